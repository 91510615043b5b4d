import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PagePart } from '#/ui/PagePart'
import { FeedCard } from './FeedCard'
import { HowToSubscribe } from './HowToSubscribe'
import { Loaded } from './Loaded'
import { feedsOptions } from './queries'

/** 購読アドレス: of my own days, and of each section that I manage. */
export function Feeds() {
  const { t } = useTranslation('calendar')
  const query = useQuery(feedsOptions())
  return (
    <PagePart id="feeds" title={t('feeds.title')} lead={t('feeds.lead')}>
      <Loaded query={query} failed={t('feeds.failed')}>
        {({ feeds, sections }) => {
          const personal = feeds.find(({ kind }) => kind === 'personal')
          const managed = sections.filter(
            ({ id }) => !feeds.some((feed) => feed.department?.id === id && feed.kind === 'section'),
          )
          return (
            <>
              <FeedCard
                name={t('feeds.personal')}
                lead={t('feeds.personalLead')}
                feed={personal ?? null}
                wanted={{ kind: 'personal' }}
              />
              {feeds.flatMap((feed) =>
                feed.department
                  ? [
                      <FeedCard
                        key={feed.department.id}
                        name={t('feeds.section', { section: feed.department.name })}
                        lead={t('feeds.sectionLead')}
                        feed={feed}
                        wanted={{ kind: 'section', department: feed.department.id }}
                      />,
                    ]
                  : [],
              )}
              {managed.map(({ id, name }) => (
                <FeedCard
                  key={id}
                  name={t('feeds.section', { section: name })}
                  lead={t('feeds.sectionLead')}
                  feed={null}
                  wanted={{ kind: 'section', department: id }}
                />
              ))}
              <HowToSubscribe />
            </>
          )
        }}
      </Loaded>
    </PagePart>
  )
}
