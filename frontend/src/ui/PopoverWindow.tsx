import type { ReactNode, RefObject } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'

export type Placement = 'bottom end' | 'bottom start' | 'bottom'

interface PopoverWindowProps {
  label: string
  placement: Placement
  /** The button it belongs to. */
  beside: RefObject<HTMLButtonElement | null>
  open: boolean
  onOpenChange: (open: boolean) => void
  children: ReactNode
}

/** The small window of a PopoverButton. */
export function PopoverWindow({
  label,
  placement,
  beside,
  open,
  onOpenChange,
  children,
}: PopoverWindowProps) {
  return (
    <Popover
      triggerRef={beside}
      isOpen={open}
      onOpenChange={onOpenChange}
      placement={placement}
      offset={4}
      className="rounded-8 border border-card bg-white shadow-2"
    >
      <AriaDialog aria-label={label} className="max-h-[inherit] overflow-auto p-4 outline-none">
        {children}
      </AriaDialog>
    </Popover>
  )
}
