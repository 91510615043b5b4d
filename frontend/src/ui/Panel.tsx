import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button'
import { CloseIcon } from './icons'

interface PanelProps {
  title: ReactNode
  /** Beside the title on a phone, such as a tag. */
  aside?: ReactNode
  onClose: () => void
  children: ReactNode
  className?: string
}

/** What is known about the chosen thing: beside the work at wide screens, from below on a phone (`Sheet` look). */
export function Panel({ title, aside, onClose, children, className = '' }: PanelProps) {
  const { t } = useTranslation()
  const heading = useId()
  return (
    <section
      aria-labelledby={heading}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
      className={`rounded-8 border border-edge bg-white p-5 max-rail:rounded-b-none max-rail:rounded-t-16 max-rail:p-4 max-rail:shadow-1 ${className}`}
    >
      <div className="flex items-center gap-3">
        <h2 id={heading} className="text-2xl leading-[1.4] font-bold" tabIndex={-1}>
          {title}
        </h2>
        {aside}
        <Button
          kind="link"
          className="-me-1 ms-auto no-underline"
          icon={<CloseIcon size={18} />}
          onPress={onClose}
        >
          {t('ui.close')}
        </Button>
      </div>
      {children}
    </section>
  )
}
