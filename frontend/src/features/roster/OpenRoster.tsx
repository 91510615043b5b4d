import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { FlagIcon, WarningIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { PageHeading } from '#/ui/PageHeading'
import { useOpening } from './queries'
import type { Kind } from './standing'

/** Before the roster: why is it opened? One press, because there may be no time for more. */
export function OpenRoster({ onOpened }: { onOpened?: () => void }) {
  const { t } = useTranslation('roster')
  const words = useProblemWords()
  const opening = useOpening()
  const choices: { kind: Kind; word: 'opening.drill' | 'opening.real'; Icon: typeof FlagIcon }[] = [
    { kind: 'drill', word: 'opening.drill', Icon: FlagIcon },
    { kind: 'real', word: 'opening.real', Icon: WarningIcon },
  ]
  return (
    <div className="max-w-160">
      <PageHeading>{t('title')}</PageHeading>
      <p className="mt-3">{t('opening.lead')}</p>
      <p className="mt-1 text-sm text-quiet">{t('opening.recorded')}</p>
      {opening.isError && (
        <div className="mt-4">
          <Notice tone="warn">{words(opening.error).title}</Notice>
        </div>
      )}
      <fieldset className="m-0 mt-6 grid gap-3 p-0 sm:grid-cols-2">
        <legend className="sr-only">{t('opening.choose')}</legend>
        {choices.map(({ kind, word, Icon }) => (
          <Button
            key={kind}
            size="big"
            className="min-h-20"
            icon={<Icon />}
            busy={opening.isPending && opening.variables === kind}
            onPress={() => opening.mutate(kind, { onSuccess: onOpened })}
          >
            {t(word)}
          </Button>
        ))}
      </fieldset>
    </div>
  )
}
