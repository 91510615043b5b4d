import { memo } from 'react'
import type { DeskMode, EditedDesk } from './plan'
import { useSpokenDesk } from './spoken'

const HATCH = 'M0 3 3 0M0 6 6 0M0 9 7 2M0 12 7 5M3 12 7 8M6 12 7 11'

interface DeskShapeProps {
  desk: EditedDesk
  chosen: boolean
  /** The keyboard enters the map here. */
  tabbable: boolean
  /** It has to be mended. */
  wrong: boolean
  /** The code it would get, while numbering is tried. */
  tried: string | undefined
}

/** A desk of a floor in work. Memoised: a step that changes one desk draws one desk again. */
export const DeskShape = memo(function DeskShape({ desk, chosen, tabbable, wrong, tried }: DeskShapeProps) {
  const spoken = useSpokenDesk()
  const { width, height } = desk
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG knows no button element
    <g
      className="edit-desk"
      data-desk={desk.id}
      data-mode={desk.mode}
      data-chosen={chosen || undefined}
      data-wrong={wrong || undefined}
      role="button"
      tabIndex={tabbable ? 0 : -1}
      aria-pressed={chosen}
      aria-label={spoken(desk)}
      transform={placed(desk)}
    >
      <rect className="edit-body" width={width} height={height} rx={0.06} />
      <ModeDrawing mode={desk.mode} width={width} height={height} />
      <text
        className="edit-code"
        data-tried={tried !== undefined || undefined}
        x={width / 2}
        y={height / 2}
        transform={uprightText(desk)}
        fontSize={0.3}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {shortCode(tried ?? desk.code)}
      </text>
      {wrong && <path className="edit-wrong" d={`M${width / 2 - 0.2} 0.36h.4L${width / 2} 0z`} />}
      <rect
        className="edit-focus"
        x={-0.12}
        y={-0.12}
        width={width + 0.24}
        height={height + 0.24}
        rx={0.12}
      />
    </g>
  )
})

/** How a mode is drawn besides its edge: as on the map people book from. At the origin of its parent. */
export function ModeDrawing({ mode, width, height }: { mode: DeskMode; width: number; height: number }) {
  if (mode === 'unavailable')
    return <path className="edit-hatch" d={HATCH} transform={`scale(${width / 7} ${height / 12})`} />
  if (mode !== 'assigned') return null
  return (
    <g transform={`translate(${width / 2 - 0.35} ${height - 0.5}) scale(0.1)`}>
      <path className="edit-shackle" d="M2.5 1.6V.8a1 1 0 0 1 2 0v.8" />
      <rect className="edit-lock" x={1.9} y={1.6} width={3.2} height={2.6} rx={0.4} />
    </g>
  )
}

/** Puts a drawing made at the origin where the desk stands. */
export function placed(desk: EditedDesk): string {
  const move = `translate(${desk.x} ${desk.y})`
  return desk.rotation === 0 ? move : `${move} rotate(${desk.rotation} ${desk.width / 2} ${desk.height / 2})`
}

/** The end of a code, which differs from desk to desk: `016` of `06E-016`. */
export function shortCode(code: string): string {
  return /[^-]{1,5}$/.exec(code)?.[0] ?? code.slice(-5)
}

function uprightText({ rotation, width, height }: EditedDesk): string | undefined {
  return rotation === 0 ? undefined : `rotate(${-rotation} ${width / 2} ${height / 2})`
}
