import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cell } from './cells'

export interface CellWords {
  letter: (cell: Cell) => string
  /** The whole sentence for a screen reader. */
  sentence: (cell: Cell) => string
  pending: string
}

/** What a cell says by its letter, and in words. */
export function useCellWords(): CellWords {
  const { t } = useTranslation(['section', 'everyday'])
  return useMemo(() => {
    const letter = (cell: Cell) =>
      'place' in cell ? t(`everyday:placeLetter.${cell.place}`) : t('everyday:placeLetter.unknown')
    const sentence = (cell: Cell) => {
      if (cell.kind === 'hidden' || cell.kind === 'nothing') return t(cell.kind)
      const place = t(`everyday:place.${cell.place}`)
      if (cell.kind === 'pending') return `${place} ${t('pending')}`
      if (cell.kind === 'presumed') return `${place} ${t('presumedShort')}`
      const { desk, present } = cell.half
      return [place, desk?.code, present && t('checkedIn')].filter(Boolean).join(' ')
    }
    return { letter, sentence, pending: t('pending') }
  }, [t])
}
