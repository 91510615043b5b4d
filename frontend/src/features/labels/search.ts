import { labelsOn, SHEETS, type SheetSize, SIZES } from './sheets'

/** What is printed: the state of the labels' screen that lives in its URL. */
export interface LabelSearch {
  floor?: number
  area?: number
  sheet?: SheetSize
  first?: number
}

/** Read a URL's search; what makes no sense is left out rather than refused. */
export function labelSearch(raw: Record<string, unknown>): LabelSearch {
  const found: LabelSearch = {}
  for (const key of ['floor', 'area'] as const) {
    const number = Number(raw[key])
    if (raw[key] !== undefined && Number.isSafeInteger(number) && number > 0) found[key] = number
  }
  const sheet = SIZES.find((size) => size === String(raw.sheet))
  if (sheet) found.sheet = sheet
  const first = Number(raw.first)
  if (Number.isSafeInteger(first) && first > 1 && first <= labelsOn(SHEETS[sheet ?? '24']))
    found.first = first
  return found
}
