import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditedDesk } from './plan'

/** A desk in one breath: code, mode, area. */
export function useSpokenDesk() {
  const { t } = useTranslation('places')
  return useCallback(
    (desk: EditedDesk) =>
      [
        desk.code || t('editor.noCode'),
        t(`editor.modes.${desk.mode}`),
        desk.area ? t('editor.inArea', { area: desk.area }) : t('editor.noArea'),
      ].join(t('editor.separator')),
    [t],
  )
}
