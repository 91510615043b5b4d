import { useTranslation } from 'react-i18next'

/** Says on every page of the demonstration that nothing in it is real. */
export function DemonstrationTag() {
  const { t } = useTranslation()
  return (
    <span className="inline-block rounded-4 border border-edge px-2 text-sm leading-[1.7] whitespace-nowrap text-quiet">
      {t('app.demonstration')}
    </span>
  )
}
