# Defines the guest of a file with Specific Purpose Memory on the host that Terraform or OpenTofu runs on, anew when the
# file changes, and undefines it when it is destroyed. The host has virt-spm and virsh.

variable "domain" {
  description = "file with the domain's extended XML"
  type        = string
}

variable "name" {
  description = "the domain's name, as in the file"
  type        = string
}

variable "libvirt_uri" {
  type    = string
  default = "qemu:///system"
}

resource "terraform_data" "guest" {
  input            = { name = var.name, uri = var.libvirt_uri }
  triggers_replace = filesha256(var.domain)

  provisioner "local-exec" {
    command     = "virt-spm define -c \"$URI\" \"$DOMAIN\""
    environment = { DOMAIN = var.domain, URI = var.libvirt_uri }
  }

  provisioner "local-exec" {
    when        = destroy
    command     = "virsh -c \"$URI\" undefine --nvram \"$NAME\""
    environment = { NAME = self.input.name, URI = self.input.uri }
  }
}
