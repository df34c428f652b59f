package benefits

import (
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/enum"
)

// A Product is a kind of on-premises software, as far as activation goes
// (BEN-22). The zero value is OtherProduct.
type Product uint8

// The products. Which others need a key or activation is not published.
const (
	OtherProduct  Product = iota
	WindowsServer         // a Windows Server operating system
	WindowsClient         // a Windows client operating system
	OfficeClient          // an Office client program

	lastProduct = OfficeClient
)

// NeedsActivation says whether the product must be activated (BEN-22): yes for
// the Windows operating systems and the Office client programs, and not known
// for any other, for not every product needs a key.
func (p Product) NeedsActivation() eligibility.Tri {
	if p == OtherProduct || p > lastProduct {
		return eligibility.Unknown
	}
	return eligibility.Yes
}

// String returns the code of p: "windows-server", say.
func (p Product) String() string {
	switch p {
	case OtherProduct:
		return "other"
	case WindowsServer:
		return "windows-server"
	case WindowsClient:
		return "windows-client"
	case OfficeClient:
		return "office-client"
	}
	return enum.Outside("product", p)
}

// AppendText implements [encoding.TextAppender].
func (p Product) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "product", p, OtherProduct, lastProduct)
}

// MarshalText implements [encoding.TextMarshaler].
func (p Product) MarshalText() ([]byte, error) { return p.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (p *Product) UnmarshalText(text []byte) error {
	return enum.Unmarshal(p, "product", OtherProduct, lastProduct, text)
}
