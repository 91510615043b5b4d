import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Notice } from '#/ui/Notice'
import { RefusedNotice } from '#/ui/RefusedNotice'
import { type Trouble, troubleRefused } from './troubles'

/** What is wrong with a calendar, and what to do about it, in people's words. */
export function TroubleWords({ trouble, more }: { trouble: Trouble; more?: string }) {
  const { t } = useTranslation('calendar')
  return (
    <Notice tone="warn">
      <p className="font-bold">{t(`trouble.${trouble}.what`)}</p>
      <p>{t(`trouble.${trouble}.todo`)}</p>
      {more && <p>{more}</p>}
    </Notice>
  )
}

/** Why something here was refused; nothing without an error. */
export function Troubled({ error }: { error: unknown }) {
  const words = useProblemWords()
  if (!error) return null
  const trouble = troubleRefused(error)
  if (trouble) return <TroubleWords trouble={trouble} />
  return <RefusedNotice words={words(error)} />
}
