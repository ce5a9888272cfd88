import { outline, type Mark } from './marks'

/** A piece of a group's curve, with its mark and its letter, as they stand in the plots. */
export function MarkPicture({ mark: { letter, colour, shape, dashed } }: { readonly mark: Mark }) {
  return (
    <svg className="mark" viewBox="0 0 42 16" width="42" height="16" aria-hidden style={{ color: `var(${colour})` }}>
      <path d="M1,8H27" fill="none" stroke="currentcolor" strokeWidth="1.8" {...(dashed && { strokeDasharray: '5 4' })} />
      <path d={outline(shape, 14, 8, 4)} fill="currentcolor" />
      <text x="31" y="12" fill="currentcolor">
        {letter}
      </text>
    </svg>
  )
}
