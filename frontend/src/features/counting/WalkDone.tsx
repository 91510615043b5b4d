import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { Card } from '#/ui/Card'
import { ArrowRightIcon, CheckIcon } from '#/ui/icons'

interface WalkDoneProps {
  floor: string
  /** The floor to walk next, and how to go there; null after the last. */
  next: { name: string; go: () => void } | null
}

/** The floor is counted: on to the next. */
export function WalkDone({ floor, next }: WalkDoneProps) {
  const { t } = useTranslation('counting')
  const heading = useRef<HTMLHeadingElement>(null)

  // Synchronises the browser's focus: the form that held it is gone.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [])

  return (
    <Card label={t('done.title', { floor })}>
      <div className="flex flex-col items-start gap-4">
        <h2 ref={heading} tabIndex={-1} className="flex items-center gap-3 text-xl leading-[1.5] font-bold">
          <CheckIcon size={28} className="text-free" />
          {t('done.title', { floor })}
        </h2>
        <p>{t('done.lead')}</p>
        {next && (
          <Button
            kind="primary"
            size="big"
            className="self-stretch"
            icon={<ArrowRightIcon size={24} />}
            onPress={next.go}
          >
            {t('done.next', { floor: next.name })}
          </Button>
        )}
      </div>
    </Card>
  )
}
