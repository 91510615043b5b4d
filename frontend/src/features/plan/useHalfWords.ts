import { useTranslation } from 'react-i18next'
import type { HalfState } from '#/api/half-state'

/** Half a day in words: `short` for the cell beside its letter, `said` for whoever hears it. */
export function useHalfWords() {
  const { t } = useTranslation(['plan', 'telework', 'everyday'])
  const short = (state: HalfState): string => {
    switch (state.kind) {
      case 'empty':
        return t('empty')
      case 'usual':
        return state.place === 'home' || state.place === 'satellite' ? t('notRequested') : t('byUsualWeek')
      case 'desk':
        return state.code
      case 'noDesk':
        return t('noDesk')
      case 'own':
        return state.note || t(`everyday:place.${state.place}`)
      case 'telework':
      case 'pending':
        return state.state ? t(`telework:state.${state.state}`) : t(`everyday:place.${state.place}`)
    }
  }
  const said = (state: HalfState): string => {
    switch (state.kind) {
      case 'empty':
        return t('emptySaid')
      case 'noDesk':
        return t('noDeskSaid')
      case 'desk':
        return `${t('everyday:place.office')} ${state.code}`
      default:
        return `${t(`everyday:place.${state.place}`)} ${short(state)}`
    }
  }
  return { short, said }
}
