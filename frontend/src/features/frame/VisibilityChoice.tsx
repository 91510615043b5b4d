import { useTranslation } from 'react-i18next'
import { useChangeMe, useMe, type Visibility } from '#/api/me'
import { useProblemWords } from '#/api/useProblemWords'
import { Select } from '#/ui/Select'
import { showToast } from '#/ui/toasts'

const CHOICES = ['everyone', 'section', 'manager'] as const satisfies readonly Visibility[]

/** Who may see where I am; can be put back from the notice that follows. */
export function VisibilityChoice() {
  const { t } = useTranslation()
  const { person } = useMe()
  const change = useChangeMe()
  const words = useProblemWords()
  if (!person) return null

  const choose = (visibility: Visibility) => {
    const before = person.visibility
    change.mutateAsync({ visibility }).then(
      () =>
        showToast({
          tone: 'done',
          words: t('person.visibilityChanged', { who: t(`person.${visibility}`) }),
          action: { label: t('booking.restore'), onPress: () => change.mutate({ visibility: before }) },
        }),
      (error: unknown) => {
        const { title, lines } = words(error)
        showToast({ tone: 'failed', words: title, lines })
      },
    )
  }
  return (
    <Select
      label={t('person.visibility')}
      value={person.visibility}
      options={CHOICES.map((value) => ({ value, label: t(`person.${value}`) }))}
      onChange={choose}
    />
  )
}
