import type { SheetSize } from './sheets'

/** What is printed: the state of the labels' screen that lives in its URL. */
export interface LabelSearch {
  floor?: number
  area?: number
  sheet?: SheetSize
  first?: number
}

const SIZES: readonly string[] = ['24', '12', '10', '8'] satisfies SheetSize[]

/** Read a URL's search; what makes no sense is left out rather than refused. Loaded with the router, so kept small. */
export function labelSearch(raw: Record<string, unknown>): LabelSearch {
  const found: LabelSearch = {}
  for (const key of ['floor', 'area', 'first'] as const) {
    const number = Number(raw[key])
    if (raw[key] !== undefined && Number.isSafeInteger(number) && number > 0) found[key] = number
  }
  if (SIZES.includes(String(raw.sheet))) found.sheet = String(raw.sheet) as SheetSize
  return found
}
