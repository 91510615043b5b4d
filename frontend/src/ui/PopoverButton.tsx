import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'

interface PopoverButtonProps {
  /** What stands on the button. */
  button: ReactNode
  /** Its name where the content says too little. */
  buttonLabel?: string
  buttonClassName: string
  /** The name of what opens. */
  label: string
  children: ReactNode | ((close: () => void) => ReactNode)
  placement?: 'bottom end' | 'bottom start' | 'bottom'
}

/** A button that opens a small window beside it; Esc closes it and the focus returns. */
export function PopoverButton(props: PopoverButtonProps) {
  const { button, buttonLabel, buttonClassName, label, children, placement = 'bottom end' } = props
  return (
    <DialogTrigger>
      <AriaButton aria-label={buttonLabel} className={buttonClassName}>
        {button}
      </AriaButton>
      <Popover placement={placement} offset={4} className="rounded-8 border border-card bg-white shadow-2">
        <AriaDialog aria-label={label} className="max-h-[inherit] overflow-auto p-4 outline-none">
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  )
}
