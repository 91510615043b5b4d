import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#/api/client'
import { findPeople } from '#/api/people'
import { Button } from '#/ui/Button'
import { PersonSearch } from '#/ui/PersonSearch'

const numberedOptions = (number: string) =>
  api.queryOptions('get', '/people/', { params: { query: { q: number, page_size: 1 } } })

/** Whose desk it is: the number that stands there, and a search to give it to somebody. */
export function DeskHolder({ number, onPick }: { number: string; onPick: (number: string) => void }) {
  const { t } = useTranslation('places')
  const asked = useQuery({ ...numberedOptions(number), enabled: number !== '' })
  const holder = asked.data?.results.find((person) => person.number === number)
  return (
    <div className="flex flex-col gap-2">
      {number !== '' && (
        <p className="flex flex-wrap items-center gap-x-3">
          <span>
            <b>{holder?.name ?? number}</b>{' '}
            <span className="text-sm text-quiet">{holder?.department?.name}</span>
          </span>
          <Button kind="link" className="ms-auto" onPress={() => onPick('')}>
            {t('editor.person.take')}
          </Button>
        </p>
      )}
      <PersonSearch
        label={t('editor.person.label')}
        ask={findPeople}
        detail={(person) => `${person.department?.name ?? ''} ${person.number}`.trim()}
        onChoose={(person) => onPick(person.number)}
      />
    </div>
  )
}
