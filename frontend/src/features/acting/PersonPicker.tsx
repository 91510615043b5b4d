import { useTranslation } from 'react-i18next'
import { findPeople, type PersonFound } from '#/api/people'
import { Button } from '#/ui/Button'
import { CheckIcon } from '#/ui/icons'
import { PersonSearch } from '#/ui/PersonSearch'

interface PersonPickerProps {
  label: string
  hint: string
  /** What stands there once somebody is chosen: `label: name`. */
  chosenWords: (name: string) => string
  chosen: PersonFound | null
  error: string | null
  /** Oneself is not offered. */
  besides: number | null
  onChoose: (person: PersonFound | null) => void
}

/** Choose one of the people of the city: type, press the name; then it stands there until chosen again. */
export function PersonPicker({ chosen, chosenWords, onChoose, ...search }: PersonPickerProps) {
  const { t } = useTranslation('people')
  if (!chosen) {
    return (
      <PersonSearch
        {...search}
        ask={findPeople}
        detail={({ department, title }) => [department?.name, title].filter(Boolean).join(' ')}
        onChoose={onChoose}
      />
    )
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <p className="flex min-h-11 items-center gap-2">
        <CheckIcon size={20} className="text-free-text" />
        <b>{chosenWords(chosen.name)}</b>
        <span className="text-sm text-quiet">{chosen.department?.name}</span>
      </p>
      <Button kind="link" autoFocus onPress={() => onChoose(null)}>
        {t('picker.change')}
      </Button>
    </div>
  )
}
