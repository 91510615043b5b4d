export interface Bin {
  /** People at once, both ends included. */
  from: number
  to: number
  /** Of working days. */
  share: number
}

/** A distribution drawn in at most so many columns of one width; a row says "at most so many, more than the one before". */
export function bins(rows: readonly { people: number; share: number }[], most: number): Bin[] {
  const known = rows.filter(({ share }) => share > 0)
  const first = known[0]
  const last = known.at(-1)
  if (!first || !last) return []
  const width = Math.max(1, Math.ceil((last.people - first.people + 1) / most))
  const found: Bin[] = []
  for (let from = first.people; from <= last.people; from += width) {
    const to = from + width - 1
    const share = known
      .filter(({ people }) => people >= from && people <= to)
      .reduce((sum, row) => sum + row.share, 0)
    found.push({ from, to, share })
  }
  return found
}
