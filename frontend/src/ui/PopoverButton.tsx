import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { Placement } from './PopoverWindow'

const readWindow = () => import('./PopoverWindow')
const PopoverWindow = lazy(async () => ({ default: (await readWindow()).PopoverWindow }))

interface PopoverButtonProps {
  /** What stands on the button. */
  button: ReactNode
  /** Its name where the content says too little. */
  buttonLabel?: string
  buttonClassName: string
  /** The name of what opens. */
  label: string
  children: ReactNode | ((close: () => void) => ReactNode)
  placement?: Placement
}

/**
 * A button that opens a small window beside it; Esc closes it and the focus returns. The code of the window comes when
 * somebody is about to press: no screen waits for it.
 */
export function PopoverButton(props: PopoverButtonProps) {
  const { button, buttonLabel, buttonClassName, label, children, placement = 'bottom end' } = props
  const [open, setOpen] = useState(false)
  const [ever, setEver] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  const turn = (next: boolean) => {
    setOpen(next)
    setEver(true)
  }
  return (
    <>
      <AriaButton
        ref={trigger}
        aria-label={buttonLabel}
        aria-haspopup="dialog"
        aria-expanded={open}
        className={buttonClassName}
        onHoverStart={readWindow}
        onFocus={readWindow}
        onPress={() => turn(!open)}
      >
        {button}
      </AriaButton>
      {ever && (
        <Suspense fallback={null}>
          <PopoverWindow label={label} placement={placement} beside={trigger} open={open} onOpenChange={turn}>
            {typeof children === 'function' ? children(() => turn(false)) : children}
          </PopoverWindow>
        </Suspense>
      )}
    </>
  )
}
