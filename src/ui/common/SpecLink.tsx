import type { ReactNode } from 'react'
import { type SpecId, specOf } from '../../content/spec.ts'
import { tellShell } from '../../shell/messages.ts'

interface Props {
  readonly id: SpecId
  readonly children?: ReactNode
}

/**
 * A link to a specification. The frame cannot go anywhere: it names the link, and the shell opens it in a tab of its
 * own. A button would do the same, but to a person this is a link.
 */
export function SpecLink({ id, children }: Props) {
  const { label, url } = specOf(id)
  if (url === null) return <span>{children ?? label}</span>
  return (
    <a
      href={url}
      onClick={(event) => {
        event.preventDefault()
        tellShell({ type: 'open-link', id })
      }}
    >
      {children ?? label}
    </a>
  )
}
