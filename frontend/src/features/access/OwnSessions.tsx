import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { CheckIcon } from '#/ui/icons'
import { Tag } from '#/ui/Tag'
import { showToast } from '#/ui/toasts'
import { AskFirst } from './AskFirst'
import { browserOf } from './browser-of'
import { Loaded } from './Loaded'
import { type OwnSession, sessionsOptions, useEndSessions } from './queries'

/** What is asked about: one session, or all but this one. */
type Asked = OwnSession | 'others'

/** Where I am signed in; each but this one can be ended. */
export function OwnSessions() {
  const { t } = useTranslation('access')
  const query = useQuery(sessionsOptions())
  const end = useEndSessions()
  const [asked, setAsked] = useState<Asked | null>(null)
  const nameOf = useSessionName()
  const close = () => {
    setAsked(null)
    end.reset()
  }
  const endNow = () =>
    asked &&
    end.mutate(asked === 'others' ? null : asked.id, {
      onSuccess: (count) => {
        showToast({ tone: 'done', words: t('sessions.ended', { count }) })
        close()
      },
    })
  return (
    <Loaded query={query} failed={t('sessions.failed')}>
      {(sessions) => (
        <>
          <ul className="border-t border-solid-gray-420">
            {sessions.map((session) => (
              <SessionLine key={session.id} session={session} onEnd={() => setAsked(session)} />
            ))}
          </ul>
          {sessions.some(({ current }) => !current) && (
            <Button className="self-start" onPress={() => setAsked('others')}>
              {t('sessions.endOthers')}
            </Button>
          )}
          <AskFirst
            title={t('sessions.askTitle')}
            open={asked !== null}
            does={t('sessions.end')}
            keeps={t('sessions.keep')}
            busy={end.isPending}
            error={end.error}
            onDo={endNow}
            onClose={close}
          >
            {asked === 'others'
              ? t('sessions.askOthers')
              : asked && t('sessions.askOne', { name: nameOf(asked) })}
          </AskFirst>
        </>
      )}
    </Loaded>
  )
}

function SessionLine({ session, onEnd }: { session: OwnSession; onEnd: () => void }) {
  const { t } = useTranslation('access')
  const language = useLanguage()
  const name = useSessionName()(session)
  const way = t(`sessions.way.${session.way}`)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-hair py-3">
      <div className="min-w-0 grow basis-60">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <b>{name}</b>
          {session.current && (
            <Tag tone="accent" icon={<CheckIcon size={16} />}>
              {t('sessions.current')}
            </Tag>
          )}
        </p>
        <p className="text-sm">
          {t('sessions.since', { when: dayAndTime(session.created_at, language) })}
          {' ・ '}
          {way}
          {session.second_factor && session.way !== 'passkey' && ` ・ ${t('sessions.secondFactor')}`}
        </p>
        <p className="text-sm text-quiet">
          {t('sessions.seen', { when: dayAndTime(session.seen_at, language) })}
          {session.address && ` ・ ${t('sessions.from', { address: session.address })}`}
        </p>
      </div>
      {!session.current && (
        <Button kind="link" aria-label={t('sessions.endOf', { name })} onPress={onEnd}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  )
}

function useSessionName() {
  const { t } = useTranslation('access')
  return ({ user_agent }: OwnSession) => {
    const known = browserOf(user_agent)
    return known ? t('sessions.on', known) : t('sessions.unknown')
  }
}
