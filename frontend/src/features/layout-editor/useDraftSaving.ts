import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { client } from '#/api/client'
import { draftOptions, type LayoutDraft, reviewOptions } from '#/api/layout-drafts'
import { ApiProblem } from '#/api/problem'
import { forgetWork, keepWork } from './kept-work'
import { contentOf, type EditedPlan } from './plan'

/** What is saved beside the plan. */
export interface DraftHead {
  name: string
  effective_from: string
}

export type Saving =
  | { kind: 'saved'; at: string }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'failed'; error: unknown }
  /** Somebody else saved it, or it is published: nothing more is written until the person has chosen. */
  | { kind: 'overtaken'; by: LayoutDraft | null; error: ApiProblem }

const SAVE_AFTER_MS = 900
const TRY_AGAIN_AFTER_MS = 8_000
const OVERTAKEN = new Set(['draft_changed', 'draft_is_closed'])

interface Work {
  plan: EditedPlan
  head: DraftHead
}

/**
 * Saves a moment after the last change, one save at a time, each with the revision that the last one answered.
 * What is not yet saved is kept on this machine too. `flush` saves at once and says whether all is saved.
 */
export function useDraftSaving(draft: LayoutDraft, plan: EditedPlan, head: DraftHead) {
  const cache = useQueryClient()
  const [saving, setSaving] = useState<Saving>({ kind: 'saved', at: draft.updated_at })
  const revision = useRef(draft.revision)
  const saved = useRef<Work>({ plan, head })
  const wanted = useRef<Work>({ plan, head })
  const running = useRef<Promise<boolean> | null>(null)
  const stopped = useRef(draft.closed)

  const isSaved = useCallback(
    () => saved.current.plan === wanted.current.plan && same(saved.current.head, wanted.current.head),
    [],
  )

  const flush = useCallback(async (): Promise<boolean> => {
    while (running.current) await running.current
    if (stopped.current) return false
    if (isSaved()) return true
    const work = wanted.current
    const save = async (): Promise<boolean> => {
      setSaving({ kind: 'saving' })
      try {
        const { data } = await client.PUT('/layout-drafts/{id}/', {
          params: { path: { id: draft.id } },
          body: { revision: revision.current, ...work.head, content: contentOf(work.plan) },
        })
        if (!data) throw new Error('a draft saved without an answer')
        revision.current = data.revision
        saved.current = work
        cache.setQueryData(draftOptions(draft.id).queryKey, data)
        void cache.invalidateQueries({ queryKey: reviewOptions(draft.id).queryKey })
        if (isSaved()) forgetWork(draft.id)
        setSaving(isSaved() ? { kind: 'saved', at: data.updated_at } : { kind: 'waiting' })
        return true
      } catch (error) {
        if (error instanceof ApiProblem && OVERTAKEN.has(error.code)) {
          stopped.current = true
          const { data } = await client
            .GET('/layout-drafts/{id}/', { params: { path: { id: draft.id } } })
            .catch(() => ({ data: undefined }))
          setSaving({ kind: 'overtaken', by: data ?? null, error })
        } else {
          setSaving({ kind: 'failed', error })
        }
        return false
      }
    }
    running.current = save()
    const done = await running.current
    running.current = null
    return done
  }, [cache, draft.id, isSaved])

  // Synchronises the server and this machine's own store with what was drawn, a moment after the hand rests.
  useEffect(() => {
    wanted.current = { plan, head }
    if (isSaved() || stopped.current) return
    setSaving((before) => (before.kind === 'saving' ? before : { kind: 'waiting' }))
    const timer = window.setTimeout(() => {
      keepWork(draft.id, revision.current, plan)
      void flush()
    }, SAVE_AFTER_MS)
    return () => window.clearTimeout(timer)
  }, [plan, head, draft.id, flush, isSaved])

  // Synchronises with a server that did not answer: it is asked again until it does.
  useEffect(() => {
    if (saving.kind !== 'failed') return
    const timer = window.setTimeout(() => void flush(), TRY_AGAIN_AFTER_MS)
    return () => window.clearTimeout(timer)
  }, [saving, flush])

  // Synchronises with the window: closing it with unsaved work asks first, leaving the screen saves.
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (isSaved()) return
      keepWork(draft.id, revision.current, wanted.current.plan)
      event.preventDefault()
    }
    window.addEventListener('beforeunload', onLeave)
    return () => {
      window.removeEventListener('beforeunload', onLeave)
      if (isSaved()) return
      keepWork(draft.id, revision.current, wanted.current.plan)
      void flush()
    }
  }, [draft.id, flush, isSaved])

  /** Save what is drawn here as a draft of its own; its id. */
  const saveCopy = useCallback(
    async (name: string): Promise<number> => {
      const { plan: drawn, head: own } = wanted.current
      const { data: copy } = await client.POST('/layout-drafts/', {
        body: { floor: draft.floor.id, effective_from: own.effective_from, name, from_draft: draft.id },
      })
      if (!copy) throw new Error('a draft begun without an answer')
      await client.PUT('/layout-drafts/{id}/', {
        params: { path: { id: copy.id } },
        body: {
          revision: copy.revision,
          name,
          effective_from: own.effective_from,
          content: contentOf(drawn),
        },
      })
      forgetWork(draft.id)
      saved.current = wanted.current
      return copy.id
    },
    [draft],
  )

  /** Let go of what is drawn here. */
  const letGo = useCallback(() => {
    forgetWork(draft.id)
    saved.current = wanted.current
  }, [draft.id])

  return { saving, flush, saveCopy, letGo }
}

function same(one: DraftHead, other: DraftHead): boolean {
  return one.name === other.name && one.effective_from === other.effective_from
}
