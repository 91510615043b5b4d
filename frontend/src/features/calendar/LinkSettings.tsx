import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemWords } from '#/api/useProblemWords'
import { Button } from '#/ui/Button'
import { showToast } from '#/ui/toasts'
import { type CalendarLink, useLinkWrites } from './queries'
import { Troubled } from './Troubled'
import { WishFields } from './WishFields'
import { type LinkWish, sendsNot } from './wish'

interface LinkSettingsProps {
  link: CalendarLink
  name: string
  /** Another calendar that my days go to already. */
  sender: string | null
  onClose: () => void
}

/** What a linked calendar does, changed; the toast puts it back. */
export function LinkSettings({ link, name, sender, onClose }: LinkSettingsProps) {
  const { t } = useTranslation('calendar')
  const words = useProblemWords()
  const { change } = useLinkWrites(link.id)
  const { sends, takes_in, on_deleted, acceptance } = link
  const before: LinkWish = { sends, takes_in, on_deleted, acceptance }
  const [wish, setWish] = useState(before)
  const [asked, setAsked] = useState(false)
  const nothing = !wish.sends && !wish.takes_in
  const failed = (error: unknown) => showToast({ tone: 'failed', words: words(error).title })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (nothing) return
    change.mutate(wish, {
      onSuccess: () => {
        onClose()
        showToast({
          tone: 'done',
          words: t('links.saved', { name }),
          action: {
            label: t('undo'),
            onPress: () =>
              void change
                .mutateAsync(before)
                .then(() => showToast({ tone: 'done', words: t('undone') }), failed),
          },
        })
      },
    })
  }
  return (
    <form
      noValidate
      onSubmit={submit}
      aria-label={t('links.changeTitle', { name })}
      className="flex max-w-[36rem] flex-col gap-4 border-t border-card pt-4"
    >
      <WishFields
        wish={wish}
        sendsNot={sendsNot(link.kind, null, sender)}
        sender={sender}
        onChange={setWish}
        error={asked && nothing ? t('form.nothing') : null}
      />
      <Troubled error={change.error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" busy={change.isPending}>
          {t('links.save')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t('stop')}
        </Button>
      </div>
    </form>
  )
}
