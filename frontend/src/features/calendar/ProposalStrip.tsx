import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { ErrorState } from '#/ui/ErrorState'
import { ProposalLine } from './ProposalLine'
import { fewFirst, togetherAcceptable } from './proposal-sorting'
import type { Proposing } from './useProposals'

/** カレンダーからの提案 above the weeks; nothing where nothing is proposed. */
export function ProposalStrip({ proposing }: { proposing: Proposing }) {
  const { t } = useTranslation('calendar')
  const { all, busy, confirming } = proposing
  const [whole, setWhole] = useState(false)
  const here = useRef<HTMLHeadingElement>(null)
  // What was answered goes away with the focus in it, and the last of it takes the heading along.
  const stay = (answered: number) => {
    const goOn = answered < all.length ? here.current : document.querySelector('h1')
    goOn?.focus({ preventScroll: true })
  }
  const { shown, more } = whole ? { shown: all, more: 0 } : fewFirst(all)
  const together = togetherAcceptable(all)
  return (
    <>
      {proposing.failed && <ErrorState title={t('proposals.failed')} onRetry={proposing.retry} />}
      {all.length > 0 && (
        <section aria-labelledby="proposals" className="rounded-12 border border-edge p-4 rail:px-6">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <h2 id="proposals" ref={here} tabIndex={-1} className="text-lg font-bold">
              {t('proposals.title')}
            </h2>
            <p className="text-sm font-bold">{t('proposals.count', { count: all.length })}</p>
            <p className="text-sm text-quiet">{t('proposals.lead')}</p>
          </div>
          <ul className="mt-2">
            {shown.map((proposal) => (
              <ProposalLine
                key={proposal.id}
                proposal={proposal}
                proposing={proposing}
                onChosen={() => stay(1)}
              />
            ))}
          </ul>
          {(more > 0 || whole || all.length > 1) && (
            <div className="flex flex-wrap gap-2 border-t border-hair pt-3">
              {more > 0 && (
                <Button size="small" kind="quiet" onPress={() => setWhole(true)}>
                  {t('proposals.more', { count: more })}
                </Button>
              )}
              {whole && (
                <Button size="small" kind="quiet" onPress={() => setWhole(false)}>
                  {t('proposals.fewer')}
                </Button>
              )}
              {together.length > 1 && (
                <Button
                  size="small"
                  isDisabled={busy.size > 0}
                  onPress={() => {
                    stay(together.length)
                    proposing.acceptTogether()
                  }}
                >
                  {t('proposals.acceptAll', { count: together.length })}
                </Button>
              )}
              {all.length > 1 && (
                <Button
                  size="small"
                  kind="quiet"
                  isDisabled={busy.size > 0}
                  onPress={() => {
                    stay(all.length)
                    proposing.dismiss(all)
                  }}
                >
                  {t('proposals.dismissAll', { count: all.length })}
                </Button>
              )}
            </div>
          )}
        </section>
      )}
      <Dialog
        title={t('proposals.askTitle')}
        open={confirming !== null}
        onClose={() => proposing.confirm(false)}
      >
        {confirming && (
          <div className="flex flex-col gap-4">
            <p>{t('proposals.askLead', { when: proposing.when(confirming) })}</p>
            <div className="flex flex-wrap justify-end gap-2">
              <Button kind="quiet" onPress={() => proposing.confirm(false)}>
                {t('proposals.askKeep')}
              </Button>
              <Button kind="destructive" onPress={() => proposing.confirm(true)}>
                {t('proposals.askDo')}
              </Button>
            </div>
          </div>
        )}
      </Dialog>
    </>
  )
}
