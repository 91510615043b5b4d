import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeMe, useMe, type Visibility } from '#/api/me'
import { useProblemWords } from '#/api/useProblemWords'
import { InfoIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { showToast } from '#/ui/toasts'

const CHOICES = ['everyone', 'section', 'manager'] as const satisfies readonly Visibility[]

/** Who may see where I am, each choice with what it means; the toast puts it back. */
export function VisibilityChoices() {
  const { t } = useTranslation('people')
  const name = useId()
  const { person } = useMe()
  const change = useChangeMe()
  const words = useProblemWords()
  /** What was pressed, from the press on: a radio that jumps back for a moment looks refused. */
  const [pressed, setPressed] = useState<Visibility | null>(null)
  if (!person) return null

  const choose = (visibility: Visibility) => {
    const before = person.visibility
    setPressed(visibility)
    change.mutate(
      { visibility },
      {
        onSuccess: () =>
          showToast({
            tone: 'done',
            words: t('settings.saved', { who: t(`settings.${visibility}`) }),
            action: { label: t('undo'), onPress: () => change.mutate({ visibility: before }) },
          }),
        onError: (error) => showToast({ tone: 'failed', words: words(error).title }),
        onSettled: () => setPressed(null),
      },
    )
  }
  return (
    <div className="flex flex-col gap-3">
      <fieldset className="m-0 flex min-w-0 flex-col gap-2 p-0">
        <legend className="mb-2 max-w-[44em]">{t('settings.visibilityLead')}</legend>
        {CHOICES.map((choice) => (
          <label
            key={choice}
            className="flex cursor-pointer items-start gap-3 rounded-8 border border-edge p-4 hover:bg-solid-gray-50 has-checked:border-accent has-checked:bg-ground has-focus-visible:outline-4 has-focus-visible:outline-offset-2 has-focus-visible:outline-black"
          >
            <input
              type="radio"
              name={name}
              value={choice}
              checked={(pressed ?? person.visibility) === choice}
              onChange={() => choose(choice)}
              className="mt-1 size-5 shrink-0 accent-accent"
            />
            <span>
              <b className="block">{t(`settings.${choice}`)}</b>
              <span className="block text-sm">{t(`settings.${choice}Lead`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Notice icon={<InfoIcon size={20} className="mt-0.5" />}>{t('settings.always')}</Notice>
    </div>
  )
}
