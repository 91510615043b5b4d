import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { WalkLine } from './walk'

/** How far the walk has come: in words, and as a bar. */
export function WalkProgress({ lines }: { lines: readonly WalkLine[] }) {
  const { t } = useTranslation('counting')
  const id = useId()
  const done = lines.filter((line) => line.done).length
  const share = lines.length === 0 ? 0 : (done / lines.length) * 100
  return (
    <div className="flex flex-col gap-1">
      <p id={id} className="text-sm">
        {t('progress', { done, all: lines.length })}
      </p>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={lines.length}
        aria-valuenow={done}
        className="h-3 overflow-hidden rounded-full border border-edge bg-white"
      >
        <div className="h-full bg-accent" style={{ width: `${share}%` }} />
      </div>
    </div>
  )
}
