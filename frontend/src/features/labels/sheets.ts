/** Label sheets as the server draws them, in millimetres: displays/policies/label_sheets.py. */
export interface LabelSheet {
  columns: number
  rows: number
  width: number
  height: number
}

export const PAGE = { width: 210, height: 297 }

export const SHEETS = {
  '24': { columns: 3, rows: 8, width: 66, height: 33.9 },
  '12': { columns: 2, rows: 6, width: 86.4, height: 42.3 },
  '10': { columns: 2, rows: 5, width: 86.4, height: 50.8 },
  '8': { columns: 2, rows: 4, width: 97, height: 67.7 },
} as const satisfies Record<string, LabelSheet>

export type SheetSize = keyof typeof SHEETS
export const SIZES: readonly SheetSize[] = ['24', '12', '10', '8']

export function labelsOn(sheet: LabelSheet): number {
  return sheet.columns * sheet.rows
}

/** How many sheets so many labels need when the first goes to position `first` (1 is the upper left). */
export function sheetsFor(labels: number, sheet: LabelSheet, first: number): number {
  return labels === 0 ? 0 : Math.ceil((first - 1 + labels) / labelsOn(sheet))
}

export function margins(sheet: LabelSheet): { left: number; top: number } {
  const rounded = (value: number) => Math.round(value * 10) / 10
  return {
    left: rounded((PAGE.width - sheet.columns * sheet.width) / 2),
    top: rounded((PAGE.height - sheet.rows * sheet.height) / 2),
  }
}
