import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Card } from '#/ui/Card'
import { LockIcon, PlusIcon } from '#/ui/icons'
import { Notice } from '#/ui/Notice'
import { showToast } from '#/ui/toasts'
import { AskFirst } from './AskFirst'
import { CopyField } from './CopyField'
import { type Feed, type NewFeed, useFeedWrites } from './queries'
import { Troubled } from './Troubled'

interface FeedCardProps {
  name: string
  lead: string
  /** Null while there is none. */
  feed: Feed | null
  wanted: NewFeed
}

/** One subscription address: made, copied, changed, ended; and when it was last read. */
export function FeedCard({ name, lead, feed, wanted }: FeedCardProps) {
  const { t } = useTranslation('calendar')
  const { make, renew, end } = useFeedWrites()
  const [asked, setAsked] = useState<'renew' | 'end' | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const close = () => {
    renew.reset()
    end.reset()
    setAsked(null)
  }
  const said = (words: string) => {
    close()
    showToast({ tone: 'done', words })
    // The button that was pressed may be gone: the keyboard goes on at the card's heading.
    requestAnimationFrame(() => heading.current?.focus({ preventScroll: true }))
  }
  const act = asked === 'renew' ? renew : end
  return (
    <Card>
      <h3 ref={heading} tabIndex={-1} className="text-lg font-bold">
        {name}
      </h3>
      <p className="max-w-[44em] text-sm text-quiet">{lead}</p>
      {feed ? (
        <div className="mt-3 flex flex-col gap-3">
          {!feed.served && <Notice tone="warn">{t('feeds.notServed')}</Notice>}
          {feed.address ? (
            <CopyField name={name} address={feed.address} />
          ) : (
            <Notice tone="warn">{t('feeds.unreadable')}</Notice>
          )}
          <LastRead feed={feed} />
          <Notice icon={<LockIcon size={20} className="mt-0.5" />}>{t('feeds.secret')}</Notice>
          <div className="flex flex-wrap gap-2">
            <Button aria-label={t('feeds.renewOf', { name })} onPress={() => setAsked('renew')}>
              {t('feeds.renew')}
            </Button>
            <Button
              kind="destructive"
              aria-label={t('feeds.endOf', { name })}
              onPress={() => setAsked('end')}
            >
              {t('feeds.end')}
            </Button>
          </div>
          <AskFirst
            title={asked === 'renew' ? t('feeds.renewTitle') : t('feeds.endTitle')}
            open={asked !== null}
            does={asked === 'renew' ? t('feeds.renew') : t('feeds.end')}
            keeps={t('feeds.keep')}
            busy={act.isPending}
            error={act.error}
            onDo={() =>
              act.mutate(feed.id, {
                onSuccess: () => said(asked === 'renew' ? t('feeds.renewed') : t('feeds.ended')),
              })
            }
            onClose={close}
          >
            {asked === 'renew' ? t('feeds.renewAsk') : t('feeds.endAsk')}
          </AskFirst>
        </div>
      ) : (
        <div className="mt-3 flex flex-col gap-3">
          <Troubled error={make.error} />
          <Button
            className="self-start"
            icon={<PlusIcon size={20} />}
            busy={make.isPending}
            onPress={() => make.mutate(wanted, { onSuccess: () => said(t('feeds.made')) })}
          >
            {t('feeds.make')}
          </Button>
        </div>
      )}
    </Card>
  )
}

function LastRead({ feed }: { feed: Feed }) {
  const { t } = useTranslation('calendar')
  const language = useLanguage()
  if (!feed.last_read_at) return <p className="text-sm">{t('feeds.neverRead')}</p>
  return (
    <p className="text-sm">
      {t('feeds.lastRead', { when: dayAndTime(feed.last_read_at, language) })}
      {feed.last_reader && <span className="text-quiet"> ({feed.last_reader})</span>}
    </p>
  )
}
