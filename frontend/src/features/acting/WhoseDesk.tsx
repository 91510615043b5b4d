import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { ChevronDownIcon, PersonIcon } from '#/ui/icons'
import { PopoverButton } from '#/ui/PopoverButton'
import { TextField } from '#/ui/TextField'
import { type Bookable, bookableOptions } from './queries'

interface WhoseDeskProps {
  /** For whom, by name; oneself when null. */
  name: string | null
  /** Beside other controls on a phone: the person alone, the question only spoken. */
  compact?: boolean
  onChoose: (person: number | null) => void
}

/** だれの席をとる: oneself, or one of those for whom one may. */
export function WhoseDesk({ name, compact = false, onChoose }: WhoseDeskProps) {
  const { t } = useTranslation('people')
  const said = name ?? t('acting.me')
  return (
    <PopoverButton
      label={t('acting.who')}
      buttonLabel={`${t('acting.who')}: ${said}`}
      placement={compact ? 'bottom end' : 'bottom start'}
      buttonClassName={`inline-flex min-h-11 items-center rounded-8 border border-edge bg-white text-sm leading-[1.4] whitespace-nowrap hover:bg-solid-gray-50 ${compact ? 'gap-1 px-2' : 'gap-2 px-4'}`}
      button={
        <>
          <PersonIcon size={20} />
          {!compact && <span className="text-quiet">{t('acting.who')}</span>}
          <b className={compact ? 'max-w-20 truncate' : 'max-w-40 truncate'}>{said}</b>
          <ChevronDownIcon size={18} />
        </>
      }
    >
      {(close) => (
        <Choices
          acting={name !== null}
          onPick={(person) => {
            close()
            onChoose(person)
          }}
        />
      )}
    </PopoverButton>
  )
}

const ROW =
  'flex min-h-11 w-full flex-wrap items-baseline gap-x-2 rounded-4 px-2 py-2 text-start hover:bg-ground'

function Choices({ acting, onPick }: { acting: boolean; onPick: (person: number | null) => void }) {
  const { t } = useTranslation(['people', 'everyday'])
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const people = useQuery(bookableOptions(q))
  const found = people.data?.results ?? []
  return (
    <div className="w-[min(22rem,calc(100vw-4rem))]">
      <TextField
        label={t('acting.find')}
        hint={t('acting.findHint')}
        type="search"
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        autoFocus
      />
      <p role="status" className={q && found.length === 0 && people.isSuccess ? 'mt-2 text-sm' : 'sr-only'}>
        {q && people.isSuccess
          ? found.length === 0
            ? t('acting.none')
            : t('everyday:ui.people', { count: found.length })
          : ''}
      </p>
      <ul className="mt-2">
        {acting && (
          <li>
            <button type="button" onClick={() => onPick(null)} className={ROW}>
              <b>{t('acting.me')}</b>
            </button>
          </li>
        )}
        {found.map((one) => (
          <li key={one.person.id} className="border-t border-hair">
            <button type="button" onClick={() => onPick(one.person.id)} className={ROW}>
              <b>{one.person.name}</b>
              <BookableDetail one={one} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function BookableDetail({ one }: { one: Bookable }) {
  const { t } = useTranslation('people')
  const language = useLanguage()
  const days =
    one.first_day && one.last_day
      ? t('visitors.period', { from: dayName(one.first_day, language), to: dayName(one.last_day, language) })
      : null
  return (
    <span className="text-sm text-quiet">
      {[t(`acting.relation.${one.relation}`), one.person.department || one.organisation, days]
        .filter(Boolean)
        .join(' ')}
    </span>
  )
}
