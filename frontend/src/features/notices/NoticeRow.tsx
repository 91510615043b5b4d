import { useRouter } from '@tanstack/react-router'
import { type MouseEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { dayAndTime } from '#/lib/day-and-time'
import { useLanguage } from '#/lib/useLanguage'
import { buttonLook } from '#/ui/button-look'
import { Tag } from '#/ui/Tag'
import type { Notice } from './said'
import { useKindWords } from './useKindWords'

interface NoticeRowProps {
  notice: Notice
  onRead: (notice: Notice) => void
  /** Somebody follows the notice's link. */
  onLeave?: (() => void) | undefined
}

/** One notice: what happened, when it was told, and the way to act. Following it, or saying so, makes it read. */
export function NoticeRow({ notice, onRead, onLeave }: NoticeRowProps) {
  const { t } = useTranslation('notices')
  const language = useLanguage()
  const router = useRouter()
  const { title, says, act } = useKindWords(notice)
  const heading = useRef<HTMLParagraphElement>(null)
  const unread = notice.read_at === null
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (unread) onRead(notice)
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onLeave?.()
    void router.navigate({ href: notice.link })
  }
  const read = () => {
    // The button that was pressed goes away: the keyboard stays in its row.
    heading.current?.focus({ preventScroll: true })
    onRead(notice)
  }
  return (
    <li className="border-b border-card py-4">
      <p ref={heading} tabIndex={-1} className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {unread && <Tag tone="accent">{t('unread')}</Tag>}
        <span className={unread ? 'font-bold' : 'text-quiet'}>{title}</span>
        <time dateTime={notice.created_at} className="ms-auto text-sm whitespace-nowrap text-quiet">
          {dayAndTime(notice.created_at, language)}
        </time>
      </p>
      <p className="mt-1 max-w-[44em] text-sm">{says}</p>
      {(act || unread) && (
        <p className="mt-2 flex flex-wrap gap-2">
          {act && (
            <a href={notice.link} onClick={follow} className={buttonLook('secondary', 'small')}>
              {act}
            </a>
          )}
          {unread && (
            <button
              type="button"
              aria-label={t('readOne', { title })}
              onClick={read}
              className={buttonLook('quiet', 'small')}
            >
              {t('read')}
            </button>
          )}
        </p>
      )}
    </li>
  )
}
