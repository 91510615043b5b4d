import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem, type Problem } from '#/api/problem'
import { useProblemWords } from '#/api/useProblemWords'
import { dayName } from '#/lib/dates'
import { useLanguage } from '#/lib/useLanguage'
import { showToast } from '#/ui/toasts'
import {
  acceptProposal,
  answerProposal,
  openProposalsOptions,
  type Proposal,
  readDaysAnew,
} from './proposal-queries'
import { givesUpTelework, togetherAcceptable } from './proposal-sorting'

/** Puts a day of mine back as it was. */
export type PutBack = () => Promise<unknown>

/** A leave or a trip that would let something go: nothing was changed before the answer. */
export interface AskedProposal {
  proposal: Proposal
  place: 'leave' | 'trip'
  letsGo: { day: string; what: NonNullable<Problem['lets_go']> }[]
}

interface Around {
  today: string
  /** Looks at a part of a day as it stands, so that it can be put back. */
  remember: (day: string, part: Proposal['part']) => Promise<PutBack>
  /** A request came of a proposal: says whether it waits for its person, who is led there. */
  onRequest: (id: number) => Promise<{ draft: boolean; drop: PutBack }>
}

/** What can be done with what my calendars propose: one by one or together, said with the undo. */
export function useProposals({ today, remember, onRequest }: Around) {
  const { t } = useTranslation(['calendar', 'everyday'])
  const language = useLanguage()
  const words = useProblemWords()
  const cache = useQueryClient()
  const query = useQuery(openProposalsOptions(today))
  const [busy, setBusy] = useState<ReadonlySet<number>>(new Set())
  const [asked, setAsked] = useState<AskedProposal | null>(null)
  const [confirming, setConfirming] = useState<Proposal | null>(null)

  const failed = (error: unknown) => {
    const { title, lines } = words(error)
    showToast({ tone: 'failed', words: title, lines })
  }
  const when = ({ day, part }: Proposal) =>
    t('proposals.what', { day: dayName(day, language), part: t(`everyday:part.${part}`) })
  const say = (what: string, lines: string[], undos: readonly PutBack[]) =>
    showToast({
      tone: 'done',
      words: what,
      lines,
      action:
        undos.length === 0
          ? undefined
          : {
              label: t('undo'),
              onPress: () => {
                inTurn([...undos].reverse())
                  .then(() => showToast({ tone: 'done', words: t('undone') }), failed)
                  .finally(() => void readDaysAnew(cache))
              },
            },
    })

  async function working<Answer>(those: readonly Proposal[], run: () => Promise<Answer>): Promise<Answer> {
    setBusy(new Set(those.map(({ id }) => id)))
    try {
      return await run()
    } finally {
      await readDaysAnew(cache)
      setBusy(new Set())
    }
  }

  /** Accept one; null where the answer is a question. */
  async function acceptOne(
    proposal: Proposal,
    lettingGo: boolean,
  ): Promise<{ said: string; undo: PutBack | null } | AskedProposal> {
    const back = await remember(proposal.day, proposal.part)
    try {
      const { holder } = await acceptProposal(proposal.id, lettingGo)
      if (proposal.kind === 'home' && holder?.kind === 'telework') {
        const { draft, drop } = await onRequest(holder.id)
        const said = t(draft ? 'proposals.accepted.homeDraft' : 'proposals.accepted.home', {
          when: when(proposal),
        })
        return { said, undo: drop }
      }
      const undo = async () => {
        await back()
        // The proposal stands again where it can; the day is as it was in any case.
        await answerProposal(proposal.id, 'reopen').catch(() => undefined)
      }
      const said = t(`proposals.accepted.${proposal.kind}`, { when: when(proposal) })
      return { said, undo: givesUpTelework(proposal) ? null : undo }
    } catch (error) {
      const question = askedBy(error, proposal)
      if (!question) throw error
      return question
    }
  }

  const accept = (proposal: Proposal, lettingGo = false) => {
    working([proposal], () => acceptOne(proposal, lettingGo)).then((answer) => {
      if ('letsGo' in answer) setAsked(answer)
      else say(answer.said, [], answer.undo ? [answer.undo] : [])
    }, failed)
  }

  const all = query.data ?? []
  return {
    all,
    failed: query.isError && !query.data,
    retry: () => void query.refetch(),
    busy,
    asked,
    /** Telework that would be given up, before it is. */
    confirming,
    when,
    accept: (proposal: Proposal) => (givesUpTelework(proposal) ? setConfirming(proposal) : accept(proposal)),
    /** The answer to `asked`. */
    answer: (goOn: boolean) => {
      const question = asked
      setAsked(null)
      if (goOn && question) accept(question.proposal, true)
    },
    /** The answer to `confirming`. */
    confirm: (goOn: boolean) => {
      const question = confirming
      setConfirming(null)
      if (goOn && question) accept(question)
    },
    acceptTogether: () => {
      const those = togetherAcceptable(all)
      const undos: PutBack[] = []
      let left = 0
      working(those, async () => {
        for (const proposal of those) {
          const answer = await acceptOne(proposal, false).catch(() => null)
          if (answer === null || 'letsGo' in answer) left += 1
          else if (answer.undo) undos.push(answer.undo)
        }
      })
        .then(() =>
          say(
            t('proposals.acceptedMany', { count: those.length - left }),
            left > 0 ? [t('proposals.left', { count: left })] : [],
            undos,
          ),
        )
        .catch(failed)
    },
    dismiss: (those: readonly Proposal[]) => {
      const [first] = those
      if (!first) return
      working(those, () => inTurn(those.map((one) => () => answerProposal(one.id, 'dismiss')))).then(
        () =>
          say(
            those.length === 1
              ? t('proposals.dismissed', { when: when(first) })
              : t('proposals.dismissedMany', { count: those.length }),
            [],
            those.map((one) => () => answerProposal(one.id, 'reopen')),
          ),
        failed,
      )
    },
  }
}

export type Proposing = ReturnType<typeof useProposals>

async function inTurn(acts: readonly PutBack[]): Promise<void> {
  for (const act of acts) await act()
}

/** What accepting would let go, where the server asks first; null for any other error. */
function askedBy(error: unknown, proposal: Proposal): AskedProposal | null {
  const { kind, day } = proposal
  if (!(error instanceof ApiProblem) || error.code !== 'would_let_go') return null
  if (kind !== 'leave' && kind !== 'trip') return null
  return { proposal, place: kind, letsGo: [{ day, what: error.problem.lets_go ?? [] }] }
}
