import { outline, type Placed } from './geometry'
import './plan.css'

/** Where the keyboard is, drawn with the thing it is on. */
export function FocusFrame({ width, height }: { width: number; height: number }) {
  return (
    <rect className="desk-focus" x={-0.12} y={-0.12} width={width + 0.24} height={height + 0.24} rx={0.12} />
  )
}

/** The frame around the chosen desk, outside its edge and equally thick at every zoom. */
export function ChosenFrame({ desk }: { desk: Placed }) {
  const box = outline(desk)
  return (
    <rect
      className="chosen-frame"
      x={box.x - 0.15}
      y={box.y - 0.15}
      width={box.width + 0.3}
      height={box.height + 0.3}
      rx={0.15}
    />
  )
}
