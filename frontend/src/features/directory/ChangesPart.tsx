import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { EmptyState } from '#/ui/EmptyState'
import { SearchIcon } from '#/ui/icons'
import { SectionHeading } from '#/ui/SectionHeading'
import { Select } from '#/ui/Select'
import { TextField } from '#/ui/TextField'
import { ChangeRow } from './ChangeRow'
import { Pages } from './Pages'
import { type Change, type ChangeFilter, type Counts, DEEDS, type Page, SUBJECTS } from './shapes'

interface ChangesPartProps {
  title: string
  pages: UseInfiniteQueryResult<InfiniteData<Page<Change>>>
  /** Those that bring new departments. */
  news: UseInfiniteQueryResult<InfiniteData<Page<Change>>>
  filter: ChangeFilter
  counts: Counts
  onFilter: (filter: ChangeFilter) => void
}

/** Every change, or those of a kind, with the old values and the new ones. */
export function ChangesPart({ title, pages, news, filter, counts, onFilter }: ChangesPartProps) {
  const { t } = useTranslation('directory')
  const coming = new Map(
    news.data?.pages.flatMap(({ results }) => results.map(({ key, label }) => [key, label] as const)),
  )
  const none =
    filter.subject || filter.did || filter.q ? (
      <EmptyState
        title={t('changes.notFound')}
        action={<Button onPress={() => onFilter({})}>{t('changes.showAll')}</Button>}
      />
    ) : (
      <EmptyState title={t('changes.none')} />
    )
  return (
    <section aria-labelledby="directory-changes" className="flex flex-col gap-3">
      <SectionHeading id="directory-changes">{title}</SectionHeading>
      <Filter filter={filter} counts={counts} onFilter={onFilter} />
      <Pages label={title} pages={pages} rowKey={({ position }) => position} empty={none}>
        {(change) => <ChangeRow change={change} coming={coming} />}
      </Pages>
    </section>
  )
}

function Filter({ filter, counts, onFilter }: Pick<ChangesPartProps, 'filter' | 'counts' | 'onFilter'>) {
  const { t } = useTranslation('directory')
  const [typed, setTyped] = useState(filter.q ?? '')
  const subjects = SUBJECTS.filter((subject) => DEEDS.some((did) => counts[`${subject}.${did}`]))
  const deeds = DEEDS.filter((did) => SUBJECTS.some((subject) => counts[`${subject}.${did}`]))
  const search = (event: FormEvent) => {
    event.preventDefault()
    const q = typed.trim()
    const { q: _before, ...rest } = filter
    onFilter(q === '' ? rest : { ...rest, q })
  }
  return (
    <search>
      <form onSubmit={search} className="flex flex-wrap items-end gap-3">
        <Select
          label={t('changes.subject')}
          value={filter.subject ?? ''}
          options={[
            { value: '', label: t('changes.every') },
            ...subjects.map((value) => ({ value, label: t(`subject.${value}`) })),
          ]}
          onChange={(subject) => {
            const { subject: _before, ...rest } = filter
            onFilter(subject === '' ? rest : { ...rest, subject })
          }}
          className="min-w-36 max-rail:grow"
        />
        <Select
          label={t('changes.did')}
          value={filter.did ?? ''}
          options={[
            { value: '', label: t('changes.every') },
            ...deeds.map((value) => ({ value, label: t(`did.${value}`) })),
          ]}
          onChange={(did) => {
            const { did: _before, ...rest } = filter
            onFilter(did === '' ? rest : { ...rest, did })
          }}
          className="min-w-32 max-rail:grow"
        />
        <div className="flex grow items-end gap-2 rail:max-w-96">
          <TextField
            label={t('changes.search')}
            type="search"
            value={typed}
            onChange={setTyped}
            className="min-w-0 grow [&_input]:min-h-11 [&_label]:text-sm"
          />
          <Button type="submit" icon={<SearchIcon size={18} />}>
            {t('changes.find')}
          </Button>
        </div>
      </form>
    </search>
  )
}
