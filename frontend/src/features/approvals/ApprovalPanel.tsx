import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { NARROW, useMedia } from '#/lib/useMedia'
import { Button } from '#/ui/Button'
import { Dialog } from '#/ui/Dialog'
import { CheckIcon, CloseIcon } from '#/ui/icons'
import { Panel } from '#/ui/Panel'
import { Tag } from '#/ui/Tag'
import { Everything } from './Everything'
import type { WithWords } from './ReasonDialog'
import { inPlaceOf, refusedNow, type Waiting } from './shapes'

interface ApprovalPanelProps {
  one: Waiting
  busy: boolean
  onApprove: () => void
  onAsk: (deed: WithWords) => void
  onClose: () => void
}

/** Everything about one thing, and what can be done with it: beside the list, or in front of it on a phone. */
export function ApprovalPanel(props: ApprovalPanelProps) {
  const { t } = useTranslation('approvals')
  const narrow = useMedia(NARROW)
  const { one, onClose } = props
  const title = t(`panel.${one.kind}`, { name: one.person.name })
  const box = useRef<HTMLDivElement>(null)
  // Synchronises the browser's focus: the panel opens beside the list and is read from its heading.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thing in the same panel is read anew
  useEffect(() => {
    if (!narrow) box.current?.querySelector('h2')?.focus()
  }, [one.id, narrow])
  if (narrow) {
    return (
      <Dialog title={title} open onClose={onClose}>
        <Button kind="link" icon={<CloseIcon size={18} />} className="-mt-2" onPress={onClose}>
          {t('panel.close')}
        </Button>
        <Inside {...props} />
      </Dialog>
    )
  }
  return (
    <div ref={box} className="sticky top-20 max-h-[calc(100dvh-6rem)] overflow-y-auto">
      <Panel title={<span className="text-xl">{title}</span>} onClose={onClose}>
        <Inside {...props} />
      </Panel>
    </div>
  )
}

function Inside({ one, busy, onApprove, onAsk }: ApprovalPanelProps) {
  const { t } = useTranslation('approvals')
  const place = inPlaceOf(one)
  const reports = one.kind === 'reports'
  return (
    <>
      {place && (
        <p className="mt-2">
          <Tag tone="accent">{t('inPlaceOf', { name: place.name })}</Tag>
        </p>
      )}
      <Everything one={one} />
      <div className="sticky bottom-0 mt-4 flex flex-wrap gap-2 bg-white py-3">
        <Button
          kind="primary"
          size="primary"
          className="grow max-rail:w-full"
          busy={busy}
          isDisabled={refusedNow(one) !== null}
          icon={<CheckIcon size={20} />}
          onPress={onApprove}
        >
          {t(reports ? 'do.confirm' : 'do.approve')}
        </Button>
        <Button
          size="primary"
          className="max-rail:grow"
          onPress={() => onAsk(reports ? 'send_back' : 'return')}
        >
          {t(reports ? 'do.send_back' : 'do.return')}
        </Button>
        {!reports && (
          <Button kind="destructive" size="primary" className="max-rail:grow" onPress={() => onAsk('reject')}>
            {t('do.reject')}
          </Button>
        )}
      </div>
    </>
  )
}
