import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** What people call a kind of event; a kind of a newer server keeps its own name. */
export function useKindWords(): (name: string) => string {
  const { t } = useTranslation('webhooks')
  return useCallback(
    (name) => t(`kinds.${name.replace('.', '_')}` as 'kinds.booking_booked', { defaultValue: name }),
    [t],
  )
}
