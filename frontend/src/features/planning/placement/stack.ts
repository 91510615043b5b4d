import type { PlacedFloor, PlacedSection } from '../shapes'

/** What every way of showing the floors gets: picture, list and table. */
export interface FloorStackProps {
  floors: readonly PlacedFloor[]
  /** The name of a floor by its id. */
  floorName: (id: number) => string
  /** A section was chosen; without it the picture is only looked at. */
  onSection?: (section: PlacedSection, floor: PlacedFloor) => void
}

/** A section drawn on its floor: as wide as the desks it needs. */
export interface Block {
  section: PlacedSection
  /** Its bureau is another than that of the block before. */
  opens: boolean
  /** Of the widest floor's width, in per cent. */
  width: number
}

export interface Row {
  floor: PlacedFloor
  blocks: readonly Block[]
  /** Where the desks of the floor end, in per cent of the widest. */
  capacity: number
  /** How wide the blocks are together. */
  filled: number
}

/** Floors as rows of blocks on one scale. Sections of a floor that share are drawn narrower, together what they need. */
export function rowsOf(floors: readonly PlacedFloor[]): Row[] {
  const widest = Math.max(1, ...floors.map(({ capacity, needed }) => Math.max(capacity, needed)))
  return floors.map((floor) => {
    const perDesk = floor.desks > 0 ? (floor.needed / floor.desks / widest) * 100 : 0
    let before: string | null = null
    const blocks = byBureau(floor.sections).map((section) => {
      const opens = section.department.bureau !== before
      before = section.department.bureau
      return { section, opens, width: section.desks * perDesk }
    })
    return {
      floor,
      blocks,
      capacity: (floor.capacity / widest) * 100,
      filled: (floor.needed / widest) * 100,
    }
  })
}

/** Sections of one bureau stand together, in the order in which the bureaus come. */
export function byBureau(sections: readonly PlacedSection[]): PlacedSection[] {
  const bureaus = [...new Set(sections.map(({ department }) => department.bureau))]
  return bureaus.flatMap((bureau) => sections.filter(({ department }) => department.bureau === bureau))
}

const LETTER = 12
const SMALL_LETTER = 11
const SMALLEST_LETTER = 8
const PAD = 6
/** So many small letters stand under one another in a block. */
const COLUMN = 6

export interface Setting {
  way: 'across' | 'two columns' | 'column' | 'none'
  /** In pixels. */
  letter: number
  /** Letters under one another, where they stand so. */
  rows: number
}

/** How the name of a block is set, as the block is so many pixels wide: it may be too narrow for any words. */
export function setting(name: string, pixels: number): Setting {
  const { length } = name
  if (pixels >= length * LETTER + PAD) return { way: 'across', letter: LETTER, rows: 1 }
  if (length > COLUMN && pixels >= 2 * LETTER + 2) {
    return { way: 'two columns', letter: SMALL_LETTER, rows: Math.ceil(length / 2) }
  }
  if (pixels < LETTER + 1) return { way: 'none', letter: 0, rows: 0 }
  const letter = Math.min(SMALL_LETTER, (COLUMN * SMALL_LETTER) / length)
  return { way: 'column', letter: Math.max(SMALLEST_LETTER, letter), rows: length }
}
