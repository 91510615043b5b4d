import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

let anyScreenYet = false

interface PageHeadingProps {
  children: ReactNode
  /** The page's title where the heading is not plain text. */
  title?: string
  className?: string
}

/** The one heading of a screen: names the window, and takes the focus when a link brought the reader here. */
export function PageHeading({ children, title, className = '' }: PageHeadingProps) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  const name = title ?? (typeof children === 'string' ? children : undefined)

  // Synchronises the window's title, which lives outside React.
  useEffect(() => {
    document.title = name ? t('app.windowTitle', { page: name }) : t('app.name')
  }, [name, t])

  // Synchronises the browser's focus: a screen reader hears where a link led; the first screen leaves it alone.
  useEffect(() => {
    if (anyScreenYet) heading.current?.focus({ preventScroll: true })
    anyScreenYet = true
  }, [])

  return (
    <h1
      ref={heading}
      tabIndex={-1}
      className={`text-2xl leading-[1.4] font-bold tracking-[0.01em] rail:text-[1.75rem] ${className}`}
    >
      {children}
    </h1>
  )
}
