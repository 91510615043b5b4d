import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { AskDialog } from '#/ui/AskDialog'
import { RefusedNotice } from '#/ui/RefusedNotice'

interface AskProps {
  open: boolean
  title: string
  verb: string
  kind: 'primary' | 'destructive'
  busy: boolean
  error: unknown
  onDo: () => void
  onClose: () => void
  children: ReactNode
}

/** Asks before something that others feel, and says in place why it was refused. */
export function Ask({ error, ...asked }: AskProps) {
  const { t } = useTranslation('webhooks')
  const words = useProblemWords()
  return (
    <AskDialog stay={t('stop')} refused={<RefusedNotice words={error ? words(error) : null} />} {...asked} />
  )
}
