import { useTranslation } from 'react-i18next'
import { CheckIcon, InfoIcon, WarningIcon } from '#/ui/icons'
import type { PlacedMistake } from './mistakes'

interface MistakeListProps {
  mistakes: readonly PlacedMistake[] | null
  /** The check could not be asked for. */
  failed: boolean
  onOpen: (mistake: PlacedMistake) => void
}

/** What has to be mended before publishing, and what is worth a look; each leads to its desk or area. */
export function MistakeList({ mistakes, failed, onOpen }: MistakeListProps) {
  const { t } = useTranslation('places')
  if (mistakes === null && failed) return <p>{t('editor.mistakes.failed')}</p>
  if (mistakes === null) return <p className="text-sm text-quiet">{t('editor.mistakes.checking')}</p>
  if (mistakes.length === 0)
    return (
      <p className="flex items-center gap-2">
        <CheckIcon className="text-free" />
        {t('editor.mistakes.none')}
      </p>
    )
  return (
    <ul className="mistake-list">
      {mistakes.map((placed, index) => {
        const { mistake, desk, area } = placed
        const warning = mistake.severity === 'warning'
        const words = (
          <>
            {warning ? <InfoIcon size={18} /> : <WarningIcon size={18} className="text-danger" />}
            <span>
              <b className="text-sm">{t(warning ? 'editor.mistakes.warning' : 'editor.mistakes.error')}</b>{' '}
              {mistake.words}
            </span>
          </>
        )
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list comes whole from the server; lines have no name of their own
          <li key={index}>
            {desk === null && area === null ? (
              <p>{words}</p>
            ) : (
              <button type="button" onClick={() => onOpen(placed)}>
                {words}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
