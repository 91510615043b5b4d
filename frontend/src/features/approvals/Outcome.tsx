import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { CheckIcon, WarningIcon } from '#/ui/icons'
import type { Summary } from './useDeciding'

/** What was done of an act about several, and what was refused and why. */
export function Outcome({ summary, onClose }: { summary: Summary; onClose: () => void }) {
  const { t } = useTranslation('approvals')
  const words = useProblemWords()
  const box = useRef<HTMLDivElement>(null)
  // Synchronises the browser's focus: the button that was pressed may be gone with what it acted on.
  useEffect(() => box.current?.focus(), [])
  const { deed, done, refused } = summary
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="status"
      className={`flex flex-col gap-2 rounded-8 border p-4 ${refused.length > 0 ? 'border-warn' : 'border-free'}`}
    >
      <p className="flex items-center gap-2 font-bold">
        {refused.length > 0 ? (
          <WarningIcon size={20} className="text-warn" />
        ) : (
          <CheckIcon size={20} className="text-free-text" />
        )}
        {t(`outcome.${deed}`, { count: done })}
        {refused.length > 0 && ` ${t('outcome.refused', { count: refused.length })}`}
      </p>
      <ul className="flex flex-col gap-1 text-sm">
        {refused.map(({ item, problem }) => (
          <li key={item.id}>
            <b>{item.person.name}</b> {words(new ApiProblem(problem)).title}
          </li>
        ))}
      </ul>
      <Button kind="link" className="self-start" onPress={onClose}>
        {t('outcome.close')}
      </Button>
    </div>
  )
}
