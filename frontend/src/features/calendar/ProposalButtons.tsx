import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import type { Proposal } from './proposal-queries'
import type { Proposing } from './useProposals'

interface ProposalButtonsProps {
  proposal: Proposal
  proposing: Proposing
  /** Once an answer was chosen, before it is known. */
  onChosen: () => void
}

/** Yes or no to one proposal. */
export function ProposalButtons({ proposal, proposing, onChosen }: ProposalButtonsProps) {
  const { t } = useTranslation('calendar')
  const { id, kind } = proposal
  const named = { what: proposing.when(proposal), kind: t(`proposals.kind.${kind}`) }
  const gives = kind === 'release' || kind === 'take_back'
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        size="small"
        busy={proposing.busy.has(id)}
        aria-label={t('proposals.acceptOf', named)}
        onPress={() => {
          onChosen()
          proposing.accept(proposal)
        }}
      >
        {t(`proposals.accept.${kind}`)}
      </Button>
      <Button
        size="small"
        kind="quiet"
        isDisabled={proposing.busy.has(id)}
        aria-label={t('proposals.dismissOf', named)}
        onPress={() => {
          onChosen()
          proposing.dismiss([proposal])
        }}
      >
        {t(gives ? 'proposals.keep' : 'proposals.dismiss')}
      </Button>
    </div>
  )
}
