import { useTranslation } from 'react-i18next'
import { refusalWords } from '#/api/refusal-words'
import { CalendarIcon } from '#/ui/icons'
import { PlaceLetter } from '#/ui/PlaceLetter'
import { ProposalButtons } from './ProposalButtons'
import type { Proposal } from './proposal-queries'
import type { Proposing } from './useProposals'

/** Says why one is asked at all, and not why something could not be accepted. */
const ASKED_FIRST = 'many_deleted'

interface ProposalLineProps {
  proposal: Proposal
  proposing: Proposing
  onChosen: () => void
}

/** One proposal: for when, what, from which calendar, and why it was refused before. */
export function ProposalLine({ proposal, proposing, onChosen }: ProposalLineProps) {
  const { t } = useTranslation('calendar')
  const { t: everyday } = useTranslation()
  const { kind, calendar_name, refused } = proposal
  const place = kind === 'leave' || kind === 'trip' || kind === 'home' ? kind : null
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-hair py-2">
      <div className="flex min-w-0 grow basis-60 items-start gap-3">
        {place ? (
          <PlaceLetter place={place} letter={everyday(`placeLetter.${place}`)} />
        ) : (
          <CalendarIcon size={20} className="mt-1" />
        )}
        <div className="min-w-0">
          <p>
            <b>{proposing.when(proposal)}</b> {place && everyday(`place.${place}`)}
          </p>
          <p className="text-sm text-quiet">
            <Why proposal={proposal} />
            {calendar_name && t('proposals.from', { calendar: calendar_name })}
          </p>
          {refused && (
            <p className="text-sm font-bold text-warn-text">
              {refused === ASKED_FIRST
                ? refusalWords(everyday, refused)
                : t('proposals.refused', { why: refusalWords(everyday, refused) })}
            </p>
          )}
        </div>
      </div>
      <ProposalButtons proposal={proposal} proposing={proposing} onChosen={onChosen} />
    </li>
  )
}

/** Why something would be given up. */
function Why({ proposal: { kind, holder } }: { proposal: Proposal }) {
  const { t } = useTranslation('calendar')
  if (kind === 'take_back') return <>{t('proposals.takeBack')} </>
  if (kind !== 'release') return null
  return holder?.desk_code ? (
    <>{t('proposals.release', { desk: holder.desk_code })} </>
  ) : (
    <>{t('proposals.releaseTelework')} </>
  )
}
