import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, client } from '#/api/client'
import {
  draftsOptions,
  type LayoutDraftBrief,
  type LayoutVersion,
  versionsOptions,
} from '#/api/layout-drafts'
import { useProblemWords } from '#/api/useProblemWords'
import { ErrorState } from '#/ui/ErrorState'
import { SkeletonLines } from '#/ui/Skeleton'
import { showToast } from '#/ui/toasts'
import { AskFirst } from './AskFirst'
import { FloorCard } from './FloorCard'
import { type FloorRow, floorRows } from './floor-rows'
import { NewDraftDialog } from './NewDraftDialog'
import './places.css'

interface PlacesOverviewProps {
  today: string
  /** A link to a draft's drawing board. */
  draftLink: (draft: number, children: ReactNode) => ReactNode
  onOpen: (draft: number) => void
}

type Asked = { kind: 'take back'; version: LayoutVersion } | { kind: 'put away'; draft: LayoutDraftBrief }

/** Every floor: what it has now, what is coming, and what is in work. */
export function PlacesOverview({ today, draftLink, onOpen }: PlacesOverviewProps) {
  const { t } = useTranslation('places')
  const cache = useQueryClient()
  const words = useProblemWords()
  const floors = useQuery(api.queryOptions('get', '/floors/', {}))
  const versions = useQuery(versionsOptions())
  const drafts = useQuery(draftsOptions())
  const [beginning, setBeginning] = useState<FloorRow | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const act = useMutation({
    mutationFn: async (wanted: Asked) => {
      if (wanted.kind === 'put away') {
        await client.DELETE('/layout-drafts/{id}/', { params: { path: { id: wanted.draft.id } } })
        return null
      }
      const { data } = await client.POST('/layouts/{id}/take-back/', {
        params: { path: { id: wanted.version.id } },
      })
      return data ?? null
    },
    onSuccess: (answer, wanted) => {
      setAsked(null)
      showToast({
        tone: 'done',
        words: t(wanted.kind === 'put away' ? 'overview.putAwayDone' : 'overview.takenBack'),
        ...(answer && { action: { label: t('overview.open'), onPress: () => onOpen(answer.draft) } }),
      })
    },
    onError: (error) => {
      setAsked(null)
      showToast({ tone: 'failed', words: words(error).title, lines: words(error).lines })
    },
    onSettled: () =>
      cache.invalidateQueries({
        predicate: ({ queryKey }) => /layout|floors|desks|availability/.test(String(queryKey[1])),
      }),
  })

  const failed = [floors, versions, drafts].find((query) => query.isError)
  if (failed) return <ErrorState title={t('overview.failed')} onRetry={() => void failed.refetch()} />
  if (!floors.data || !versions.data || !drafts.data) return <SkeletonLines lines={6} className="h-24" />
  const rows = floorRows(floors.data, versions.data, drafts.data, today)
  return (
    <>
      <ul className="floor-cards">
        {rows.map((row) => (
          <li key={row.id}>
            <FloorCard
              row={row}
              draftLink={draftLink}
              onBegin={() => setBeginning(row)}
              onTakeBack={(version) => setAsked({ kind: 'take back', version })}
              onPutAway={(draft) => setAsked({ kind: 'put away', draft })}
            />
          </li>
        ))}
      </ul>
      {beginning && (
        <NewDraftDialog
          row={beginning}
          today={today}
          onClose={() => setBeginning(null)}
          onBegun={(draft) => {
            void cache.invalidateQueries({ queryKey: draftsOptions().queryKey })
            onOpen(draft)
          }}
        />
      )}
      <AskFirst
        open={asked !== null}
        title={
          asked?.kind === 'put away'
            ? t('overview.putAwayAsk', { floor: asked.draft.floor.name })
            : t('overview.takeBackAsk', { floor: asked?.version.floor.name ?? '' })
        }
        words={t(asked?.kind === 'put away' ? 'overview.putAwayMeans' : 'overview.takeBackMeans')}
        verb={t(asked?.kind === 'put away' ? 'overview.putAway' : 'overview.takeBack')}
        busy={act.isPending}
        onDo={() => asked && act.mutate(asked)}
        onClose={() => setAsked(null)}
      />
    </>
  )
}
