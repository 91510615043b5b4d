import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { EmptyState } from '#/ui/EmptyState'
import { ErrorState } from '#/ui/ErrorState'
import { MonitorIcon } from '#/ui/icons'
import { SkeletonLines } from '#/ui/Skeleton'
import { Tag } from '#/ui/Tag'
import { showToast } from '#/ui/toasts'
import { displayLinksOptions } from './queries'
import { type DisplayLink, useDisplays } from './useDisplays'

/** The screens that were set up: where, which floor, when one last asked, and the way to revoke it. */
export function DisplayList() {
  const { t } = useTranslation('displays')
  const words = useProblemWords()
  const links = useQuery({ ...displayLinksOptions(), refetchInterval: 60_000 })
  const { revoke } = useDisplays()
  const [asking, setAsking] = useState<DisplayLink | null>(null)
  if (links.isPending) return <SkeletonLines lines={3} className="h-20" />
  if (links.isError && !links.data) {
    return <ErrorState title={words(links.error).title} onRetry={() => void links.refetch()} />
  }
  if (links.data.length === 0) {
    return (
      <EmptyState icon={<MonitorIcon />} title={t('displays.empty')}>
        {t('displays.emptyLead')}
      </EmptyState>
    )
  }
  const revokeIt = (link: DisplayLink) =>
    revoke.mutate(link, {
      onSuccess: () => {
        setAsking(null)
        showToast({ tone: 'done', words: t('displays.revoked', { name: link.name }) })
      },
      onError: (error) => showToast({ tone: 'failed', words: words(error).title }),
    })
  return (
    <>
      <ul aria-label={t('displays.list')} className="border-t border-card">
        {links.data.map((link) => (
          <Row key={link.id} link={link} onRevoke={() => setAsking(link)} />
        ))}
      </ul>
      {asking && (
        <Dialog title={t('displays.revokeAsk', { name: asking.name })} open onClose={() => setAsking(null)}>
          <p>{t('displays.revokeMeans')}</p>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <Button kind="quiet" onPress={() => setAsking(null)}>
              {t('displays.keep')}
            </Button>
            <Button kind="destructive" busy={revoke.isPending} onPress={() => revokeIt(asking)}>
              {t('displays.revokeDo')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}

function Row({ link, onRevoke }: { link: DisplayLink; onRevoke: () => void }) {
  const { t } = useTranslation('displays')
  const language = useLanguage()
  const over = link.revoked_at !== null
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-card py-4 rail:grid-cols-[1fr_auto] rail:items-center">
      <div>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className={`font-bold ${over ? 'text-quiet' : ''}`}>{link.name}</span>
          <Tag tone={over ? 'quiet' : 'free'}>{t(over ? 'displays.over' : 'displays.inUse')}</Tag>
          {link.names && <Tag tone="plain">{t('displays.withNames')}</Tag>}
        </p>
        <p className="text-sm text-quiet">
          {link.building_name} {link.floor_name}
          {t('displays.dot')}
          {t('displays.madeBy', { by: link.created_by || '–', at: dayAndTime(link.created_at, language) })}
        </p>
        <p className="text-sm text-quiet">
          {link.revoked_at
            ? t('displays.revokedAt', { at: dayAndTime(link.revoked_at, language) })
            : link.last_seen_at
              ? t('displays.seenAt', { at: dayAndTime(link.last_seen_at, language) })
              : t('displays.neverSeen')}
        </p>
      </div>
      {!over && (
        <div>
          <Button
            kind="destructive"
            aria-label={t('displays.revokeOne', { name: link.name })}
            onPress={onRevoke}
          >
            {t('displays.revoke')}
          </Button>
        </div>
      )}
    </li>
  )
}
