import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

interface DialogProps {
  title: string
  open: boolean
  /** Absent: only what stands in it closes it. */
  onClose?: () => void
  children: ReactNode
  /** Where it stands: in the middle, from the top (search), or from the side (the phone's menu). */
  place?: 'middle' | 'top' | 'side'
  titleHidden?: boolean
}

const PLACES = {
  middle: 'mx-auto my-auto w-[min(30rem,calc(100vw-2rem))] rounded-12 p-6',
  top: 'mx-auto mb-auto w-full rail:mt-2 rail:w-[40rem] rail:rounded-12 p-4',
  side: 'mr-auto h-full w-[min(20rem,85vw)] p-4',
}

/** Asks something, or shows something in front of everything; Esc and the ground behind close it. */
export function Dialog({
  title,
  open,
  onClose,
  children,
  place = 'middle',
  titleHidden = false,
}: DialogProps) {
  return (
    <ModalOverlay
      isOpen={open}
      isDismissable={onClose !== undefined}
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(next) => {
        if (!next) onClose?.()
      }}
      className="fixed inset-0 z-40 flex h-(--visual-viewport-height) bg-opacity-gray-500"
    >
      <Modal className={`max-h-full overflow-y-auto bg-white shadow-2 ${PLACES[place]}`}>
        <AriaDialog className="outline-none">
          <Heading slot="title" className={titleHidden ? 'sr-only' : 'mb-3 text-xl leading-[1.5] font-bold'}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
