import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button'
import { CheckIcon, CloseIcon, UndoIcon, WarningIcon } from './icons'
import { dismissToast, type Toast, toastStore } from './toasts'

const STAYS_MS = 12_000

/** Where toasts appear; a live region, so that they are heard. */
export function ToastRegion() {
  const { t } = useTranslation()
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.now)
  return (
    <section
      aria-label={t('ui.notices')}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-20 z-50 flex flex-col items-start gap-2 rail:right-auto rail:bottom-6 rail:left-30"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function ToastCard({ toast }: { toast: Toast }) {
  const { t } = useTranslation()
  const [held, setHeld] = useState(false)

  // Synchronises with the clock: a success goes away by itself, unless the reader is at it.
  useEffect(() => {
    if (held || toast.tone === 'failed') return
    const timer = setTimeout(() => dismissToast(toast.id), STAYS_MS)
    return () => clearTimeout(timer)
  }, [held, toast])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the handlers only hold the clock; the role is there, but computed
    <div
      role={toast.tone === 'failed' ? 'alert' : 'group'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={`pointer-events-auto flex w-full max-w-[36rem] items-center gap-3 rounded-8 border bg-white py-1.5 pr-1.5 pl-4 shadow-2 ${toast.tone === 'failed' ? 'border-warn' : 'border-edge'}`}
    >
      {toast.tone === 'failed' ? (
        <WarningIcon className="text-warn" />
      ) : (
        <CheckIcon className="text-free-text" />
      )}
      <div className="min-w-0 grow py-1.5 text-sm leading-[1.6]">
        <p className="font-bold">{toast.words}</p>
        {toast.lines?.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {toast.action && (
        <Button
          size="small"
          icon={<UndoIcon size={18} />}
          onPress={() => {
            dismissToast(toast.id)
            toast.action?.onPress()
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <button
        type="button"
        aria-label={t('ui.close')}
        onClick={() => dismissToast(toast.id)}
        className="flex size-11 shrink-0 items-center justify-center rounded-8 hover:bg-solid-gray-50"
      >
        <CloseIcon size={18} />
      </button>
    </div>
  )
}
