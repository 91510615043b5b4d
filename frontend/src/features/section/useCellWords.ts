import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cell } from './cells'
import type { Place } from './queries'

export interface CellWords {
  letter: (cell: Cell) => string
  /** The whole sentence for a screen reader. */
  sentence: (cell: Cell) => string
  am: string
  pm: string
  pending: string
  closed: string
  me: string
  concurrent: string
}

const PLACES: readonly Place[] = ['office', 'home', 'satellite', 'trip', 'leave']

/** What a cell says by its letter, and in words; looked up once and not for each of thousands of cells. */
export function useCellWords(): CellWords {
  const { t } = useTranslation(['section', 'everyday'])
  return useMemo(() => {
    const letters = new Map(PLACES.map((place) => [place, t(`everyday:placeLetter.${place}`)]))
    const places = new Map(PLACES.map((place) => [place, t(`everyday:place.${place}`)]))
    const unknown = t('everyday:placeLetter.unknown')
    const [pending, presumed, checkedIn] = [t('pending'), t('presumedShort'), t('checkedIn')]
    const others = { hidden: t('hidden'), nothing: t('nothing') }
    const letter = (cell: Cell) => ('place' in cell ? (letters.get(cell.place) ?? unknown) : unknown)
    const sentence = (cell: Cell) => {
      if (cell.kind === 'hidden' || cell.kind === 'nothing') return others[cell.kind]
      const place = places.get(cell.place) ?? ''
      if (cell.kind === 'pending') return `${place} ${pending}`
      if (cell.kind === 'presumed') return `${place} ${presumed}`
      const { desk, present } = cell.half
      return `${place}${desk ? ` ${desk.code}` : ''}${present ? ` ${checkedIn}` : ''}`
    }
    return {
      letter,
      sentence,
      am: t('everyday:part.am'),
      pm: t('everyday:part.pm'),
      pending,
      closed: t('closed'),
      me: t('me'),
      concurrent: t('concurrent'),
    }
  }, [t])
}
