import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { type ButtonKind, type ButtonSize, buttonLook } from './button-look'
import { VisuallyHidden } from './VisuallyHidden'

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'> {
  kind?: ButtonKind
  size?: ButtonSize
  /** Waiting for the server: keeps its width, says so, and takes no second press. */
  busy?: boolean
  icon?: ReactNode
  children: ReactNode
  className?: string
  ref?: Ref<HTMLButtonElement>
}

/** A verb and its result. At most one `primary` a view. */
export function Button({ kind, size, busy = false, icon, children, className = '', ...rest }: ButtonProps) {
  const { t } = useTranslation()
  return (
    <AriaButton {...rest} isPending={busy} className={`${buttonLook(kind, size)} relative ${className}`}>
      <span className={`inline-flex items-center gap-2 ${busy ? 'opacity-0' : ''}`}>
        {icon}
        {children}
      </span>
      {busy && (
        <span className="absolute inset-0 flex items-center justify-center">
          <span className="busy-dots" aria-hidden="true" />
          <VisuallyHidden>{t('app.busy')}</VisuallyHidden>
        </span>
      )}
    </AriaButton>
  )
}
