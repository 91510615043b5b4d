import { useTranslation } from 'react-i18next'
import { findPeople, type PersonFound } from '#/api/people'
import { PersonSearch } from '#/ui/PersonSearch'

/** Find the colleague to sit near: type, and press the name. */
export function NearPicker({ onPick }: { onPick: (person: PersonFound) => void }) {
  const { t } = useTranslation()
  return (
    <PersonSearch
      className="w-[min(20rem,calc(100vw-4rem))]"
      label={t('book.near')}
      hint={t('book.nearHint')}
      autoFocus
      ask={findPeople}
      detail={(person) => person.department?.name}
      end={(person) => person.desk?.code}
      onChoose={onPick}
    />
  )
}
