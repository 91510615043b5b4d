import { type Direction, directionOf } from '#/ui/plan/neighbours'

/** What a key means on the map. */
export type KeyWish =
  | { kind: 'move'; dx: number; dy: number }
  | { kind: 'walk'; direction: Direction }
  | { kind: 'resize'; dx: number; dy: number }
  | { kind: 'turn'; by: number }
  | { kind: 'toggle'; adding: boolean }
  | { kind: 'zoom'; factor: number }
  | { kind: 'all' | 'remove' | 'copy' | 'leave' | 'fit' | 'undo' | 'redo' }

interface Pressed {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** Metres an arrow key moves by, and with Shift. */
export const STEP_METRES = 0.1
export const LONG_STEP_METRES = 1
export const TURN_DEGREES = 15
const ZOOM_STEP = 1.5
const AHEAD: Record<Direction, [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}

/**
 * The wish behind a key. Arrows walk from desk to desk until something is chosen (`holding`), then they move it; with
 * Alt they resize an area. Undo and redo work everywhere on the screen but in a field.
 */
export function keyWish(pressed: Pressed, holding: boolean): KeyWish | null {
  const command = pressed.ctrlKey || pressed.metaKey
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key
  if (command) return commandWish(key, pressed.shiftKey)
  const direction = directionOf(key)
  if (direction) {
    if (!holding) return { kind: 'walk', direction }
    const step = pressed.shiftKey ? LONG_STEP_METRES : STEP_METRES
    const [x, y] = AHEAD[direction]
    return { kind: pressed.altKey ? 'resize' : 'move', dx: x * step, dy: y * step }
  }
  switch (key) {
    case 'r':
      return { kind: 'turn', by: pressed.shiftKey ? -TURN_DEGREES : TURN_DEGREES }
    case 'Enter':
    case ' ':
      return { kind: 'toggle', adding: pressed.shiftKey }
    case 'Delete':
    case 'Backspace':
      return { kind: 'remove' }
    case 'Escape':
      return { kind: 'leave' }
    case '+':
    case ';':
      return { kind: 'zoom', factor: ZOOM_STEP }
    case '-':
      return { kind: 'zoom', factor: 1 / ZOOM_STEP }
    case '0':
      return { kind: 'fit' }
    default:
      return null
  }
}

function commandWish(key: string, shift: boolean): KeyWish | null {
  if (key === 'z') return { kind: shift ? 'redo' : 'undo' }
  if (key === 'y') return { kind: 'redo' }
  if (key === 'a') return { kind: 'all' }
  if (key === 'd') return { kind: 'copy' }
  return null
}
