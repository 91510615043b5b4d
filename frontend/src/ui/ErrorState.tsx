import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button'
import { WarningIcon } from './icons'

interface ErrorStateProps {
  title: string
  children?: ReactNode
  onRetry?: () => void
  /** A way back beside the retry. */
  way?: ReactNode
}

/** Something failed: what happened, what to do, a way on. */
export function ErrorState({ title, children, onRetry, way }: ErrorStateProps) {
  const { t } = useTranslation()
  return (
    <div role="alert" className="flex flex-col items-start gap-3 rounded-12 border border-warn p-6">
      <p className="flex items-center gap-3 text-lg font-bold">
        <WarningIcon className="text-warn" />
        {title}
      </p>
      {children && <div className="max-w-[44em]">{children}</div>}
      {(onRetry || way) && (
        <div className="flex flex-wrap items-center gap-4">
          {onRetry && (
            <Button kind="secondary" onPress={onRetry}>
              {t('error.again')}
            </Button>
          )}
          {way}
        </div>
      )}
    </div>
  )
}
