import { describe, expect, it } from 'vitest'
import {
  closeUp,
  contained,
  fittedFloor,
  floorPoint,
  pannedBy,
  pinched,
  revealed,
  zoomedAbout,
  zoomOf,
} from './view'

const FLOOR = { width: 80, height: 34 }
const WINDOW = { width: 816, height: 356 }

describe('the view of a floor', () => {
  it('fits the whole floor into the middle of the window', () => {
    expect(fittedFloor(FLOOR, WINDOW)).toEqual({ scale: 10, x: 8, y: 8 })
  })

  it('zooms about the pointer: what is under it stays under it', () => {
    const before = fittedFloor(FLOOR, WINDOW)
    const pixel = { x: 500, y: 100 }
    const after = zoomedAbout(before, pixel, 2.5, FLOOR, WINDOW)
    expect(after.scale).toBe(25)
    expect(floorPoint(after, pixel)).toEqual(floorPoint(before, pixel))
  })

  it('stops at its limits in both directions', () => {
    const fit = fittedFloor(FLOOR, WINDOW)
    const middle = { x: 408, y: 178 }
    expect(zoomedAbout(fit, middle, 1000, FLOOR, WINDOW).scale).toBe(72)
    expect(zoomOf(zoomedAbout(fit, middle, 0.001, FLOOR, WINDOW), FLOOR, WINDOW)).toBeCloseTo(0.4)
  })

  it('keeps some floor in sight however far it is dragged', () => {
    const away = pannedBy(fittedFloor(FLOOR, WINDOW), { x: 9999, y: -9999 }, FLOOR, WINDOW)
    expect(away).toEqual({ scale: 10, x: WINDOW.width - 64, y: 64 - 340 })
  })

  it('moves only as far as a desk needs to come into sight', () => {
    const view = contained({ scale: 50, x: -1000, y: -500 }, FLOOR, WINDOW)
    const seen = { x: 25, y: 12, width: 0.7, height: 1.2 }
    expect(revealed(view, seen, WINDOW)).toEqual(view)
    const left = { x: 10, y: 12, width: 0.7, height: 1.2 }
    expect(revealed(view, left, WINDOW)).toEqual({ scale: 50, x: 32 - 500, y: -500 })
  })

  it('opens close up on an area', () => {
    const area = { x: 28, y: 19.5, width: 24, height: 12.5 }
    const view = closeUp(area, 3, FLOOR, WINDOW)
    expect(view.scale).toBe(30)
    expect(floorPoint(view, { x: 408, y: 178 })).toEqual({ x: 40, y: 25.75 })
  })

  it('pinches about the middle of two fingers', () => {
    const fit = fittedFloor(FLOOR, WINDOW)
    const view = pinched(
      fit,
      [
        { x: 300, y: 100 },
        { x: 400, y: 100 },
      ],
      [
        { x: 250, y: 100 },
        { x: 450, y: 100 },
      ],
      FLOOR,
      WINDOW,
    )
    expect(view.scale).toBe(20)
    expect(floorPoint(view, { x: 350, y: 100 })).toEqual(floorPoint(fit, { x: 350, y: 100 }))
  })
})
