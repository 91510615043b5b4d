import { useTranslation } from 'react-i18next'
import { CalendarIcon } from '#/ui/icons'
import { ProposalButtons } from './ProposalButtons'
import type { Proposal } from './proposal-queries'
import type { Proposing } from './useProposals'

/** In a half's cell: that something else is proposed for it. */
export function ProposalMark({ proposal: { kind } }: { proposal: Proposal }) {
  const { t } = useTranslation('calendar')
  const { t: everyday } = useTranslation()
  const place = kind === 'leave' || kind === 'trip' || kind === 'home' ? kind : null
  return (
    <span className="ms-auto inline-flex shrink-0 max-rail:absolute max-rail:-top-2 max-rail:right-0.5 items-center gap-0.5 rounded-4 border border-dashed border-accent bg-white px-1 text-link">
      <CalendarIcon size={14} className="max-rail:hidden" />
      {place ? everyday(`placeLetter.${place}`) : t(`proposals.kind.${kind}`)}
    </span>
  )
}

interface ProposalHereProps {
  proposal: Proposal
  proposing: Proposing
  onChosen: () => void
}

/** The same proposal where the half's choices open. */
export function ProposalHere({ proposal, proposing, onChosen }: ProposalHereProps) {
  const { t } = useTranslation('calendar')
  const { kind, calendar_name } = proposal
  return (
    <div className="mb-3 w-66 rounded-8 border border-dashed border-accent p-3">
      <p className="text-sm font-bold">{t('proposals.mark', { kind: t(`proposals.kind.${kind}`) })}</p>
      {calendar_name && (
        <p className="mb-2 text-sm text-quiet">{t('proposals.from', { calendar: calendar_name })}</p>
      )}
      <ProposalButtons proposal={proposal} proposing={proposing} onChosen={onChosen} />
    </div>
  )
}
